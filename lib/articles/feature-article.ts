import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { articleChanged } from './article-effects'
import { PUBLIC, statusAt } from './article-status'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

/** An editor chooses a piece for the front page, or does so no longer. Chosen again it stands first. */
export const featureArticle = async (
  deps: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  {
    articleId,
    version,
    featured,
  }: { readonly articleId: string; readonly version: number; readonly featured: boolean },
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { article } = found.value.piece
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  if (article.kind === 'page')
    return fail('conflict', 'A page stands in no list, so it cannot be featured on the front page.')
  const now = deps.clock.now()
  const stored = await deps.articleStore.apply({
    ...{ articleId, expectVersion: version },
    set: { featuredAt: featured ? now : null, updatedAt: now },
    audit: {
      actor,
      action: featured ? 'feature.article' : 'unfeature.article',
      subject: `article:${articleId}`,
      detail: { version: version + 1 },
    },
    effects: PUBLIC.has(statusAt(article, now)) ? articleChanged(article, [article.slug]) : [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
