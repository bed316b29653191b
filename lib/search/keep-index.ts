import type { Instant } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { Ports } from '../ports'
import { indexEntry } from './index-entry'
import { SEARCH_INDEXES, type SearchIndexName, type SearchScope, type SearchStretch } from './search-keeper'

type Deps = Pick<Ports, 'searchKeeper' | 'clock'>

/** How many are looked at in one go. */
const STRETCH = 500
/** Texts that are taken apart and written in one go: some milliseconds, in which nobody else writes. Pieces are long. */
const BATCH: Readonly<Record<SearchIndexName, number>> = { pieces: 25, comments: 50, desk: 50 }

/** Walks what is in an index, or what belongs into it, stretch by stretch, and gives what was found in each. */
export async function* walkIndex(
  { searchKeeper, clock }: Deps,
  look: 'strays' | 'missing',
  index: SearchIndexName,
  scope: SearchScope,
): AsyncGenerator<readonly string[]> {
  for (let after: string | null = ''; after !== null;) {
    const stretch: SearchStretch = await searchKeeper[look](index, scope, clock.now(), {
      after,
      size: STRETCH,
    })
    yield stretch.found
    after = stretch.next
  }
}

/** Makes one index right within a scope, step by step. What is gone is out before anything new is in. */
async function* bring(deps: Deps, index: SearchIndexName, scope: SearchScope): AsyncGenerator<void> {
  const { searchKeeper, clock } = deps
  for await (const ids of walkIndex(deps, 'strays', index, scope)) {
    if (ids.length > 0) await searchKeeper.remove(index, ids, clock.now())
    yield
  }
  for await (const ids of walkIndex(deps, 'missing', index, scope)) {
    for (let start = 0; start < ids.length; start += BATCH[index]) {
      const some = ids.slice(start, start + BATCH[index])
      const sources = await searchKeeper.sources(index, some, clock.now())
      await searchKeeper.put(index, sources.map(indexEntry), clock.now())
      yield
    }
    yield
  }
}

const finish = async (steps: AsyncGenerator<void>): Promise<void> => {
  while (!(await steps.next()).done);
}

const bringPiece = async (deps: Deps, articleId: string): Promise<void> => {
  await finish(bring(deps, 'pieces', { articleId }))
  await finish(bring(deps, 'comments', { articleId }))
}

interface Touched {
  readonly articleIds: readonly string[]
  /** Comments whose words changed for the desk. */
  readonly atDesk: readonly string[]
  /** Those of them that readers see otherwise than before. */
  readonly inSight: readonly string[]
}

const touchedBy = (effect: Effect): Partial<Touched> => {
  switch (effect.kind) {
    case 'article.changed':
      return { articleIds: [effect.articleId] }
    case 'comment.submitted':
      return { atDesk: [effect.commentId] }
    case 'comment.changed': {
      const atDesk = [effect.commentId]
      return effect.sight === 'none' ? { atDesk } : { atDesk, inSight: atDesk }
    }
    case 'comment.recommended':
    case 'comment.reported':
    case 'article.told':
    case 'subscription.asked':
    case 'settings.changed':
      return {}
  }
}

/** It changes words that moderators alone look for, and nothing that readers find or no longer find. */
export const canWait = (effect: Effect): boolean => {
  const { articleIds = [], atDesk = [], inSight = [] } = touchedBy(effect)
  return atDesk.length > 0 && articleIds.length + inSight.length === 0
}

/**
 * What stored changes mean for the indexes: together, so that a busy evening costs one transaction and not one for
 * each comment. The words of the effects are not believed: the store looks how things stand, so that carrying one out
 * twice, or late, is harmless.
 */
export const keepIndex = async (deps: Deps, effects: readonly Effect[]): Promise<void> => {
  const touched = effects.map(touchedBy)
  const all = (of: keyof Touched): readonly string[] => [...new Set(touched.flatMap((one) => one[of] ?? []))]
  for (const articleId of all('articleIds')) await bringPiece(deps, articleId)
  const [inSight, atDesk] = [all('inSight'), all('atDesk')]
  if (inSight.length > 0) await finish(bring(deps, 'comments', { commentIds: inSight }))
  if (atDesk.length > 0) await finish(bring(deps, 'desk', { commentIds: atDesk }))
}

/** Pieces that the clock has made public since then, with their comments. */
export const indexDue = async (deps: Deps, since: Instant): Promise<void> => {
  for (const articleId of await deps.searchKeeper.comeDue(since, deps.clock.now())) {
    await bringPiece(deps, articleId)
  }
}

/** Empties every index: one that cannot be read can be filled again. */
export const clearIndexes = ({ searchKeeper }: Deps): Promise<void> => searchKeeper.clear()

/**
 * Makes every index right, step by step: what was written before there was one, past the stores, or while nobody
 * carried out effects.
 */
export async function* fillIndexes(deps: Deps): AsyncGenerator<void> {
  for (const index of SEARCH_INDEXES) yield* bring(deps, index, 'everything')
}
