import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import type { ComposeDeps } from './compose-text'
import type { Block } from './document/document'
import { printMarkdown } from './document/print-markdown'
import { findPiece } from './find-piece'
import { MERGED_LINES, type MergedLine, type PieceMerge, linesOf, mergePiece } from './merge-piece'
import { OUT_OF_DATE } from './out-of-date'
import { type Saved, saveArticle } from './save-article'

type Deps = ComposeDeps & Pick<Ports, 'articleStore' | 'ids'>

export const openConflictInput = z.strictObject({ articleId: z.string().regex(ID_PATTERN) })

const CHOICES = ['mine', 'theirs', 'both'] as const
type Choice = (typeof CHOICES)[number]

/** What somebody chose at each place where two texts could not go together. */
export interface SettleByChoiceInput {
  readonly articleId: string
  readonly version: number
  readonly revisionId: string
  /** By the name of each open place: `block-0`, `line-title`. */
  readonly choices: Readonly<Record<string, Choice>>
}

export const settleByChoiceInput = z
  .strictObject({
    articleId: z.string().regex(ID_PATTERN),
    version: versionField,
    revisionId: z.string().regex(ID_PATTERN),
  })
  .catchall(z.enum(CHOICES))
  .transform(({ articleId, version, revisionId, ...choices }) => ({
    articleId,
    version,
    revisionId,
    choices,
  }))

/** Two texts of a piece side by side; all text as Markdown. */
export interface ConflictView {
  readonly articleId: string
  readonly version: number
  readonly revisionId: string
  /** Who wrote the text that came second, and who the one that stands. */
  readonly second: string
  readonly first: string
  /** Whether one person wrote both, in two windows: two may be called alike. */
  readonly byOne: boolean
  readonly lines: readonly { readonly name: MergedLine; readonly mine: string; readonly theirs: string }[]
  readonly chunks: readonly (
    | { readonly kind: 'settled'; readonly text: string }
    | { readonly kind: 'open'; readonly name: string; readonly mine: string; readonly theirs: string }
  )[]
}

const print = (content: readonly Block[]): string => printMarkdown({ type: 'doc', content }).trim()

const mergeOf = async ({ articleStore }: Deps, actor: Actor, articleId: string) => {
  const found = await findPiece({ articleStore }, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const lost = piece.article.conflictRevisionId
  const mine = lost === null ? null : await articleStore.findRevision(lost)
  if (!mine) return fail('not-found', 'There is only one text of this piece: nothing is to be settled.')
  const base = mine.version === null ? null : await articleStore.ancestor(articleId, mine.version)
  const lines = await articleStore.revisions(articleId, null, 200)
  const nameOf = (id: string): string => lines.find((line) => line.id === id)?.authorName ?? ''
  const byOne = mine.authorId === piece.draft.authorId
  const writers = { second: nameOf(mine.id), first: nameOf(piece.draft.id), byOne }
  return ok({ piece, mine, writers, merge: mergePiece(base, mine, piece.draft) })
}

const openLines = ({ lines }: PieceMerge) =>
  MERGED_LINES.flatMap((name) => {
    const line = lines[name]
    return 'settled' in line ? [] : [{ name, ...line }]
  })

/** What is open between the text that stands and the one that came second. */
export const openConflict = async (
  deps: Deps,
  actor: Actor,
  { articleId }: z.infer<typeof openConflictInput>,
): Promise<Result<ConflictView>> => {
  const found = await mergeOf(deps, actor, articleId)
  if (!found.ok) return found
  const { piece, mine, writers, merge } = found.value
  let open = 0
  return ok({
    ...{ articleId, version: piece.article.version, revisionId: mine.id, ...writers },
    lines: openLines(merge),
    chunks: merge.chunks.map((chunk) =>
      chunk.kind === 'settled'
        ? { kind: 'settled', text: print(chunk.blocks) }
        : {
            kind: 'open',
            name: `block-${open++}`,
            mine: print(chunk.mine),
            theirs: print(chunk.theirs),
          },
    ),
  })
}

/** Puts the draft together by what was chosen at each open place; where nothing was chosen, what stands goes on. */
export const settleByChoice = async (
  deps: Deps,
  actor: Actor,
  { articleId, version, revisionId, choices }: SettleByChoiceInput,
): Promise<Result<Saved>> => {
  const found = await mergeOf(deps, actor, articleId)
  if (!found.ok) return found
  const { piece, mine, merge } = found.value
  if (piece.article.version !== version || mine.id !== revisionId) return fail('conflict', OUT_OF_DATE)
  let open = 0
  const content = merge.chunks.flatMap((chunk) => {
    if (chunk.kind === 'settled') return chunk.blocks
    const choice = choices[`block-${open++}`]
    if (choice === 'mine') return chunk.mine
    return choice === 'both' ? [...chunk.theirs, ...chunk.mine] : chunk.theirs
  })
  const [here, there] = [linesOf(mine), linesOf(piece.draft)]
  const lines = Object.fromEntries(
    MERGED_LINES.map((name) => {
      const line = merge.lines[name]
      if ('settled' in line) return [name, line.settled]
      return [name, choices[`line-${name}`] === 'mine' ? here[name] : there[name]]
    }),
  )
  const typed = { ...there, ...lines, text: printMarkdown({ type: 'doc', content }) }
  return saveArticle(deps, actor, { ...typed, articleId, version, settles: revisionId })
}
