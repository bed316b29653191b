import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

const EDITORS: ReadonlySet<string> = new Set(['owner', 'editor'])

/** Who can look after a piece; [] for whoever may not say. */
export const listEditors = async (
  { accountStore }: Pick<Ports, 'accountStore'>,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  if (!can(actor, 'publish.article', { createdById: '', bylineIds: [] })) return []
  const staff = await accountStore.listStaff()
  return staff
    .filter(({ role, disabledAt }) => EDITORS.has(role) && disabledAt === null)
    .map(({ id, name }) => ({ id, name }))
}
