import type { NearText } from '../comments/comment-store'
import { STUB } from '../comments/comment-status'
import type { DeskFacts } from '../comments/desk-facts'
import type { Draft } from '../comments/screening'
import { DAY } from '../kernel/clock'
import type { Ports } from '../ports'
import { bandsOf, isNear, runsOf } from './near-text'

/** How far back a flood is noticed, in days. */
export const NEAR_DAYS = 30

/** What a new text has in common with others that came of late. */
export interface NearRepeats {
  readonly bands: DeskFacts['bands']
  /** Near-identical texts of other comments, newest first. */
  readonly texts: readonly NearText[]
}

const look = async (draft: Draft, { commentStore }: Pick<Ports, 'commentStore'>): Promise<NearRepeats> => {
  const { body, commentId, at } = draft
  const runs = runsOf(body)
  const bands = bandsOf(runs)
  if (bands === null) return { bands, texts: [] }
  const near = await commentStore.nearTexts(bands, at - NEAR_DAYS * DAY, (other) =>
    isNear(runs, runsOf(other)),
  )
  const texts = near.filter((other) => other.commentId !== commentId && !STUB.has(other.status))
  return { bands, texts }
}

// A check and the desk ask the same of one text: it is taken apart once.
const asked = new WeakMap<Draft, Promise<NearRepeats>>()

/** What others said in nearly the same words lately. */
export const nearRepeats = (draft: Draft, needs: Pick<Ports, 'commentStore'>): Promise<NearRepeats> => {
  const known = asked.get(draft)
  if (known) return known
  const found = look(draft, needs)
  asked.set(draft, found)
  return found
}
