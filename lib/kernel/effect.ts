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
      /** Whether any reader's page can look different because of it. */
      readonly visible: boolean
    }
  | { readonly kind: 'settings.changed'; readonly key: string }

/** An effect with the key that makes repeating its cause harmless. */
export interface QueuedEffect {
  readonly key: string
  readonly effect: Effect
}
