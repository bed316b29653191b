import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type DiffRun, diffWords } from '../kernel/diff-words'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRevision } from './article'
import { type BlockDiff, diffBlocks } from './diff-blocks'
import { printMarkdown } from './document/print-markdown'
import { findRevision } from './find-revision'
import { MERGED_LINES, type MergedLine, linesOf } from './merge-piece'
import { storedDocument } from './stored-document'
import { suggestNote } from './suggest-note'

export const compareRevisionsInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  /** The later one, as a rule. */
  revisionId: z.string().regex(ID_PATTERN),
  /** What it is compared with; left out: the draft. */
  withId: z.string().regex(ID_PATTERN).optional(),
})

export interface ComparedFacts {
  readonly id: string
  readonly number: number
  readonly savedAt: string
}

export interface Comparison {
  readonly articleId: string
  readonly version: number
  readonly from: ComparedFacts
  readonly to: ComparedFacts
  /** Lines that differ, word by word. */
  readonly lines: readonly { readonly line: MergedLine; readonly runs: readonly DiffRun[] }[]
  readonly blocks: readonly BlockDiff[]
  /** The Markdown of both, word by word. */
  readonly source: readonly DiffRun[]
  /** What changed, in words, for a note to readers; '' where nothing did that they would notice. */
  readonly suggested: string
}

const facts = ({ id, number, savedAt }: ArticleRevision): ComparedFacts => ({
  ...{ id, number },
  savedAt: new Date(savedAt).toISOString(),
})

/** What changed between two texts of a piece: fields, blocks, words. */
export const compareRevisions = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  actor: Actor,
  { articleId, revisionId, withId }: z.infer<typeof compareRevisionsInput>,
): Promise<Result<Comparison>> => {
  const from = await findRevision({ articleStore }, actor, { articleId, revisionId })
  if (!from.ok) return from
  const { article, draft } = from.value.piece
  const to = await findRevision({ articleStore }, actor, { articleId, revisionId: withId ?? draft.id })
  if (!to.ok) return to
  const [before, after] = [from.value.revision, to.value.revision]
  const [was, is] = [linesOf(before), linesOf(after)]
  const [docBefore, docAfter] = [storedDocument(before), storedDocument(after)]
  const lines = MERGED_LINES.filter((line) => was[line] !== is[line]).map((line) => ({
    line,
    runs: diffWords(was[line], is[line]),
  }))
  const blocks = diffBlocks(docBefore.content, docAfter.content)
  return ok({
    ...{ articleId, version: article.version, from: facts(before), to: facts(after) },
    ...{ lines, blocks, suggested: suggestNote({ lines, blocks }) },
    source: diffWords(printMarkdown(docBefore), printMarkdown(docAfter)),
  })
}
