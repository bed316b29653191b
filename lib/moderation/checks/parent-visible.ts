import { PARENT_GONE } from '../../comments/place-reply'
import { type Check, PASS } from './check'

/** A reply answers a comment that everybody can see, under the same piece. The text of an old reply may still change. */
export const parentVisible: Check = {
  name: 'parent-visible',
  run: async ({ commentId, parentId, article, at }, _settings, { threadReader }) => {
    if (parentId === null || commentId !== null) return PASS
    const parent = await threadReader.visible(parentId, at)
    return parent && parent.articleId === article?.id
      ? PASS
      : { level: 'refuse', reason: PARENT_GONE, evidence: {} }
  },
}
