import type { QueueView } from '../../moderation/queue-view'
import type { CommentNow } from '../../moderation/queue-reader'

export type DeskCounts = QueueView['counts']

/** Cards one window has in hand: the one being read, the next ones, and those whose decisions are on their way. */
export const MOST_CARDS = 60

/** A colleague, and what they have in hand. */
export interface Colleague {
  readonly userId: string
  readonly name: string
  /** Ids of comments. */
  readonly cards: readonly string[]
}

/** Everything an open desk is told, by event. Only staff hear it; still ids, numbers and colleagues' names alone. */
export interface DeskFactsLive {
  /** First on every stream. `stream` is its secret, for `POST /desk/claims`; `me` is whose stream it is. */
  hello: {
    readonly stream: string
    readonly me: string
    readonly counts: DeskCounts
    readonly people: readonly Colleague[]
  }
  /** Who is here and what they have in hand, whenever it changes. */
  here: { readonly people: readonly Colleague[] }
  /** What became of comments, and the numbers of the tabs since. */
  changed: { readonly comments: readonly CommentNow[]; readonly counts: DeskCounts }
  /** More has happened than can be told: ask for the page again. */
  reset: Readonly<Record<string, never>>
}

export type DeskEvent = {
  readonly [E in keyof DeskFactsLive]: { readonly event: E; readonly data: DeskFactsLive[E] }
}[keyof DeskFactsLive]
