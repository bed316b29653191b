import type { Ports } from '../ports'
import { SETUP_PURPOSE } from './setup-token'

/** Whether this token opens `/setup` now: nobody has claimed the publication, and the token is the printed one. */
export const setupOpen = async (
  { accountStore, secrets }: Pick<Ports, 'accountStore' | 'secrets'>,
  token: string,
): Promise<boolean> => secrets.verify(token, SETUP_PURPOSE) && !(await accountStore.isInstalled())
