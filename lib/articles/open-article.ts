import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { StudioArticleView } from './article-view'
import { findPiece } from './find-piece'
import { presentStudioArticle } from './present-studio'

export const openArticleInput = z.strictObject({ articleId: z.string().regex(ID_PATTERN) })

/** A piece as its writers and the editors see it: the draft, and what may be done with it. */
export const openArticle = async (
  deps: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { articleId }: z.infer<typeof openArticleInput>,
): Promise<Result<StudioArticleView>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  return found.ok ? ok(presentStudioArticle(found.value.piece, actor, deps.clock.now())) : found
}
