import type { QueuedEffect } from '../kernel/effect'
import type { Article } from './article'

/** What readers may see changed. `slugs`: every address that answers differently from now on. */
export const articleChanged = (
  { id, version }: Pick<Article, 'id' | 'version'>,
  slugs: readonly string[],
): readonly QueuedEffect[] => [
  { key: `article.changed:${id}:${version + 1}`, effect: { kind: 'article.changed', articleId: id, slugs } },
]
