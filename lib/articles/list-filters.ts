import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { Ports } from '../ports'

/** What the studio's list can be narrowed down to: offered, not demanded, as drafts may have names of their own. */
export interface FilterChoices {
  readonly authors: readonly { readonly id: string; readonly name: string }[]
  readonly tags: readonly string[]
  readonly series: readonly string[]
}

const MOST = 200

/** What the studio’s list can be narrowed to; nothing to whoever may not open it. */
export const listFilters = async (
  {
    accountStore,
    pieceIndex,
    pieceTies,
    clock,
  }: Pick<Ports, 'accountStore' | 'pieceIndex' | 'pieceTies' | 'clock'>,
  actor: Actor,
): Promise<FilterChoices> => {
  if (!can(actor, 'open.studio')) return { authors: [], tags: [], series: [] }
  const now = clock.now()
  const [staff, tags, series] = await Promise.all([
    accountStore.listStaff(),
    pieceIndex.tags(now, MOST),
    pieceTies.allSeries(now, MOST),
  ])
  return {
    authors: staff.map(({ id, name }) => ({ id, name })),
    tags: tags.map(({ name }) => name),
    series: series.map(({ name }) => name),
  }
}
