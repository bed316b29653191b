import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { Check } from './check-document'
import { checkPiece } from './checklist'
import { findPiece } from './find-piece'

export const checkArticleInput = z.strictObject({ articleId: z.string().regex(ID_PATTERN) })

/** The checklist of a draft, for those who may write it. */
export const checkArticle = async (
  deps: Pick<Ports, 'articleStore' | 'articleReader' | 'mediaStore' | 'clock'>,
  actor: Actor,
  { articleId }: z.infer<typeof checkArticleInput>,
): Promise<Result<readonly Check[]>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  return found.ok ? ok(await checkPiece(deps, found.value.piece)) : found
}
