import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import type { Page } from '../kernel/paging'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { RevisionKind } from './article'
import type { RevisionLine } from './article-store'
import { findPiece } from './find-piece'

export const listRevisionsInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  /** A number: the page holds those before it. */
  before: z.int().min(1).optional(),
})

/** A row of the list of revisions. Times are ISO 8601 UTC. */
export interface RevisionView {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly wordCount: number
  readonly author: string
  readonly savedAt: string
  readonly kind: RevisionKind
  /** What it is for the piece now. */
  readonly is: readonly ('draft' | 'live' | 'in conflict')[]
}

const PAGE = 50

const presentRevision = (
  line: RevisionLine,
  now: {
    readonly draftRevisionId: string
    readonly liveRevisionId: string | null
    readonly conflictRevisionId: string | null
  },
): RevisionView => ({
  ...{ id: line.id, number: line.number, title: line.title, wordCount: line.wordCount, kind: line.kind },
  author: line.authorName,
  savedAt: new Date(line.savedAt).toISOString(),
  is: [
    ...(line.id === now.draftRevisionId ? (['draft'] as const) : []),
    ...(line.id === now.liveRevisionId ? (['live'] as const) : []),
    ...(line.id === now.conflictRevisionId ? (['in conflict'] as const) : []),
  ],
})

/** Every text a piece has had, latest first. */
export const listRevisions = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  actor: Actor,
  { articleId, before }: z.infer<typeof listRevisionsInput>,
): Promise<Result<Page<RevisionView>>> => {
  const found = await findPiece({ articleStore }, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const lines = await articleStore.revisions(articleId, before ?? null, PAGE)
  const page = lines.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    items: page.map((line) => presentRevision(line, found.value.piece.article)),
    next: lines.length > PAGE && last ? String(last.number) : null,
  })
}
