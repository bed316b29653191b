import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { articleChanged } from './article-effects'
import { PUBLIC, moveArticle } from './article-status'
import { findPiece, refuses } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

export const changeArticleStatusInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  move: z.enum(['unpublish', 'trash', 'restore']),
})

const NEEDS = { unpublish: 'unpublish.article', trash: 'trash.article', restore: 'trash.article' } as const

/** Takes a piece off the page, into the trash, or out of it again (as a draft). Its texts and its comments stay. */
export const changeArticleStatus = async (
  deps: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { articleId, version, move }: z.infer<typeof changeArticleStatusInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, NEEDS[move], articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const { article } = piece
  const wasPublic = PUBLIC.has(article.status)
  // Whoever trashes a public piece also takes it off the page, and needs to be allowed that.
  const refused = wasPublic ? refuses(actor, 'unpublish.article', piece) : null
  if (refused) return refused
  const moved = moveArticle(article.status, move)
  if (!moved.ok) return moved
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)

  const now = deps.clock.now()
  const trashedAt = { unpublish: article.trashedAt, trash: now, restore: null }[move]
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: { status: moved.value, trashedAt, updatedAt: now },
    audit: {
      actor,
      action: `${move}.article`,
      subject: `article:${articleId}`,
      detail: { from: article.status, to: moved.value, version: version + 1 },
    },
    effects: wasPublic ? articleChanged(article, [article.slug]) : [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
