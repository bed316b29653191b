import { PARENT_GONE } from '../../comments/place-reply'
import type { Instant } from '../../kernel/clock'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

const isThere = async (
  parentId: string,
  articleId: string | undefined,
  at: Instant,
  { threadReader }: CheckPorts,
): Promise<Finding> => {
  const parent = await threadReader.visible(parentId, at)
  return parent && parent.articleId === articleId
    ? PASS
    : { level: 'refuse', reason: PARENT_GONE, evidence: {} }
}

/** A reply answers a comment that everybody can see, under the same piece. The text of an old reply may still change. */
export const parentVisible: Check = {
  name: 'parent-visible',
  run: ({ commentId, parentId, article, at }, _settings, ports) =>
    parentId === null || commentId !== null ? PASS : isThere(parentId, article?.id, at, ports),
}
