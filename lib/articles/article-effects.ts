import type { Instant } from '../kernel/clock'
import type { QueuedEffect } from '../kernel/effect'
import type { Article } from './article'

/** What readers may see changed. `slugs`: every address that answers differently from now on. */
export const articleChanged = (
  { id, version }: Pick<Article, 'id' | 'version'>,
  slugs: readonly string[],
): readonly QueuedEffect[] => [
  { key: `article.changed:${id}:${version + 1}`, effect: { kind: 'article.changed', articleId: id, slugs } },
]

/**
 * The same, at moments to come. Readers see the change then without it (lib/db/visible.ts); this tells everybody else,
 * once for each moment, however often the schedule was changed to and fro. Where it was changed away it tells of a
 * change that was none, which is harmless.
 */
export const articleWillChange = (
  { id }: Pick<Article, 'id'>,
  slug: string,
  moments: readonly (Instant | null)[],
): readonly QueuedEffect[] =>
  moments.flatMap((at) =>
    at === null
      ? []
      : [
          {
            key: `article.changed:${id}:at:${at}`,
            at,
            effect: { kind: 'article.changed', articleId: id, slugs: [slug] },
          },
        ],
  )
