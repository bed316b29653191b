import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** Whose decisions the log may hold, by name: for choosing one of them. No address, no role. */
export const listColleagues = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  can(actor, 'open.desk') ? (await accountStore.listStaff()).map(({ id, name }) => ({ id, name })) : []
