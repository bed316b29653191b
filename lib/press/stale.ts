import type { Effect } from '../kernel/effect'
import { CONVERSATION, PIECES, SITE, type Tag, pieceTag, threadTag } from './tags'

/**
 * The one table: what each effect makes stale. A new effect does not compile before it has a line here, and
 * tests/integration/served/press-property.test.ts holds the table against fresh pages. What readers cannot see makes nothing
 * stale: that a page was made anew would tell of it.
 */
export const staleBy = (effect: Effect): readonly Tag[] => {
  switch (effect.kind) {
    case 'settings.changed':
      return [SITE]
    case 'article.changed':
      // Its comments come and go with it, on every list and feed.
      return [PIECES, CONVERSATION, pieceTag(effect.articleId), threadTag(effect.articleId)]
    case 'comment.changed':
      return effect.sight === 'none' ? [] : [CONVERSATION, threadTag(effect.articleId)]
    case 'comment.recommended':
      return [threadTag(effect.articleId)]
    case 'article.told':
    case 'comment.submitted':
    case 'comment.reported':
    case 'subscription.asked':
      return []
  }
}
