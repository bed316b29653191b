import type { Instant } from './clock'

/**
 * What readers notice of a change: a comment (with everything below it) comes into sight or goes out of it, what
 * they see of it is another text or mark, or nothing at all.
 */
export type Sight = 'appeared' | 'vanished' | 'changed' | 'none'

/**
 * Something that must happen because a change was stored: written in the same transaction (transactional
 * outbox), carried out later, at least once. Payloads hold ids only, never texts or addresses.
 */
export type Effect =
  | { readonly kind: 'article.changed'; readonly articleId: string; readonly slugs: readonly string[] }
  | { readonly kind: 'comment.submitted'; readonly commentId: string; readonly articleId: string }
  | {
      readonly kind: 'comment.changed'
      readonly commentId: string
      readonly articleId: string
      readonly sight: Sight
    }
  | { readonly kind: 'comment.recommended'; readonly commentId: string; readonly articleId: string }
  | { readonly kind: 'comment.reported'; readonly commentId: string; readonly articleId: string }
  | { readonly kind: 'subscription.asked'; readonly subscriptionId: string }
  /** A change of a piece, to be told to somebody elsewhere; `since`: when it came about. */
  | {
      readonly kind: 'article.told'
      readonly to: 'hub' | 'indexnow'
      readonly articleId: string
      readonly slugs: readonly string[]
      readonly since: Instant
    }
  | { readonly kind: 'settings.changed'; readonly key: string }

/** Whom effects reach: whoever listens in this house, or somebody elsewhere, who may take seconds to answer. */
export type Reach = 'here' | 'elsewhere'

/** What is told to servers of others. It waits in a line of its own, so that nothing here waits for them. */
export const TOLD_ELSEWHERE = 'article.told' satisfies Effect['kind']

/** An effect with the key that makes repeating its cause harmless. */
export interface QueuedEffect {
  readonly key: string
  /** Not before that moment: what a schedule brings about. Left out: at once. */
  readonly at?: Instant
  readonly effect: Effect
}
