import type { Instant } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { Ports } from '../ports'
import type { Replayable } from './live-event'

export type NewsDeps = Pick<Ports, 'threadReader' | 'articleReader'>
type Changed = Extract<Effect, { kind: 'comment.changed' }>

/** Whether readers may open this piece at that moment. */
export const isPublic = async (
  { articleReader }: Pick<Ports, 'articleReader'>,
  articleId: string,
  now: Instant,
): Promise<boolean> => (await articleReader.readById(articleId, now)) !== null

/** A withdrawn comment that never was in sight `appeared` as well, as far as its effect knows: readers see nothing. */
const appeared = async (deps: NewsDeps, effect: Changed, now: Instant): Promise<Replayable | null> => {
  const { articleId, commentId } = effect
  const row = await deps.threadReader.shown(articleId, commentId, now)
  if (!row) return null
  const count = await deps.threadReader.count(articleId, now)
  return { event: 'appeared', data: { id: row.id, parentId: row.parentId, count } }
}

/**
 * By the machine (comments/comment-effects.ts) what vanished was approved, with nothing hidden above it: readers of
 * the piece have seen its id. Unless the piece itself is not theirs to see.
 */
const vanished = async (deps: NewsDeps, effect: Changed, now: Instant): Promise<Replayable | null> => {
  const { articleId, commentId } = effect
  const row = await deps.threadReader.shown(articleId, commentId, now)
  // In sight again by now: the effect of that says so. A stub is what is left of it.
  if (row && !row.stub) return null
  const count = await deps.threadReader.count(articleId, now)
  if (count === 0 && !(await isPublic(deps, articleId, now))) return null
  return { event: 'vanished', data: { id: commentId, count } }
}

const changed = async (
  { threadReader }: NewsDeps,
  { commentId }: Changed,
  now: Instant,
): Promise<Replayable | null> => {
  const row = await threadReader.visible(commentId, now)
  return row && { event: 'changed', data: { id: row.id } }
}

/**
 * What readers of the thread are told of a change: only what they can see for themselves by loading the page again.
 * Null when that is nothing. Looked up now, not taken from the effect: it may be late, or come twice.
 */
export const newsOf = async (deps: NewsDeps, effect: Changed, now: Instant): Promise<Replayable | null> => {
  switch (effect.sight) {
    case 'appeared':
      return appeared(deps, effect, now)
    case 'vanished':
      return vanished(deps, effect, now)
    case 'changed':
      return changed(deps, effect, now)
    case 'none':
      return null
  }
}

/** How often a comment is recommended, if readers see it. */
export const recommendsOf = async (
  { threadReader }: Pick<NewsDeps, 'threadReader'>,
  commentId: string,
  now: Instant,
): Promise<Replayable | null> => {
  const row = await threadReader.visible(commentId, now)
  return row && { event: 'recommended', data: { id: row.id, recommends: row.recommends } }
}
