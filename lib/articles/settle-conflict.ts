import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

export const settleConflictInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  /** The text that lost. */
  revisionId: z.string().regex(ID_PATTERN),
})

/** The draft as it is goes on; the other text stays among the revisions. What is settled already is settled. */
export const settleConflict = async (
  { articleStore, clock }: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { articleId, revisionId }: z.infer<typeof settleConflictInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece({ articleStore }, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { article } = found.value.piece
  if (article.conflictRevisionId !== revisionId) return ok({ version: article.version })
  const stored = await articleStore.apply({
    articleId,
    expectVersion: article.version,
    set: { conflictRevisionId: null, updatedAt: clock.now() },
    audit: {
      actor,
      action: 'settle.article',
      subject: `article:${articleId}`,
      detail: { version: article.version + 1 },
    },
    effects: [],
  })
  return stored === 'stored' ? ok({ version: article.version + 1 }) : fail('conflict', OUT_OF_DATE)
}
