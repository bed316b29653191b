import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { hookKey } from './hook-key'

/** The key of the checker that is set, for its owner alone; null where there is none. */
export const readHookKey = async (
  { settingsStore, secrets }: Pick<Ports, 'settingsStore' | 'secrets'>,
  actor: Actor,
): Promise<string | null> => {
  const { hook } = (await settingsStore.read()).settings.screening
  return hook !== '' && can(actor, 'manage.settings') ? hookKey(secrets, hook) : null
}
