import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision, ArticleText } from './article'
import { EDITABLE } from './article-status'
import { type ComposeDeps, composeText } from './compose-text'
import { diffBlocks } from './diff-blocks'
import type { Block } from './document/document'
import { printMarkdown } from './document/print-markdown'
import { findRevision } from './find-revision'
import { linesOf } from './merge-piece'
import { draftRevision } from './new-revision'
import { OUT_OF_DATE } from './out-of-date'
import { storedDocument } from './stored-document'

export const restoreRevisionInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  revisionId: z.string().regex(ID_PATTERN),
  /** One block of it alone, by its place; left out: the whole with every field. */
  block: z
    .union([
      z.int().min(0),
      z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    ])
    .optional(),
})

/** The draft with one block of an earlier text: in place of what it became, or where it stood. Null: it is there. */
const withBlock = (old: readonly Block[], draft: readonly Block[], at: number): readonly Block[] | null => {
  const block = old[at]
  if (!block) return null
  let place = 0
  for (const diff of diffBlocks(old, draft)) {
    if (diff.from === at && diff.kind !== 'moved-here') {
      if (diff.kind === 'changed') return draft.with(diff.to, block)
      return diff.kind === 'deleted' ? [...draft.slice(0, place), block, ...draft.slice(place)] : null
    }
    if (diff.to !== null && diff.kind !== 'moved-away') place = diff.to + 1
  }
  return null
}

const restored = async (
  deps: ComposeDeps,
  { draft }: ArticleRecord,
  revision: ArticleRevision,
  block: number | undefined,
): Promise<Result<ArticleText>> => {
  if (block === undefined) return ok(revision)
  const content = withBlock(storedDocument(revision).content, storedDocument(draft).content, block)
  return content
    ? composeText(deps, { ...linesOf(draft), text: printMarkdown({ type: 'doc', content }) }, draft)
    : fail('conflict', 'The draft has this paragraph already, so nothing was changed.')
}

/** Makes an earlier text, or one paragraph of it, the draft again. What the draft was stays among the revisions. */
export const restoreRevision = async (
  deps: ComposeDeps & Pick<Ports, 'articleStore' | 'ids'>,
  actor: Actor,
  { articleId, version, revisionId, block }: z.infer<typeof restoreRevisionInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findRevision(deps, actor, { articleId, revisionId })
  if (!found.ok) return found
  const { piece, by, revision } = found.value
  const { article } = piece
  if (!EDITABLE.has(article.status))
    return fail('conflict', 'This piece is in the trash. Restore the piece first.')
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const text = await restored(deps, piece, revision, block)
  if (!text.ok) return text
  const next = draftRevision(deps, piece, by, text.value, 'restore')
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: { draftRevisionId: next.id, updatedAt: next.createdAt },
    revision: next,
    audit: {
      actor,
      action: 'restore.revision',
      subject: `article:${articleId}`,
      detail: { number: revision.number, block: block ?? null, version: version + 1 },
    },
    effects: [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
