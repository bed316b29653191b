import { z } from 'zod'
import { type Change, type Edited, INTENTS, type Intent } from '@/components/studio/editor-actions'
import { readPiece } from '@/components/studio/piece-values'
import type { SaveArticleInput } from '@/lib/articles/save-article-input'
import type { ActionVisit } from '@/lib/http/define-action'
import type { DomainError } from '@/lib/kernel/domain-error'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { type Result, failed, ok } from '@/lib/kernel/result'

/** What a button of the editor sends, beside the fields of the piece. */
export const changeFields = {
  slugBefore: z.string().max(10_000),
  intent: z.enum(INTENTS),
  /** The text that lost a conflict, where the form shows one; '' where it shows none. */
  conflict: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
}

type EditForm = Required<Omit<SaveArticleInput, 'direction' | 'settles'>> & {
  readonly slugBefore: string
  readonly conflict: string
  readonly intent: Intent
}
type Visit = ActionVisit<EditForm>
type Saved = Result<{ version: number }>

const save = ({ stet, actor, input }: Visit, version: number): Promise<Saved> => {
  const { intent: _, slug, slugBefore, conflict, ...typed } = input
  // An address that was left alone is no wish: it may have moved on since the form was made.
  return stet.articles.save(actor, {
    ...{ ...typed, version },
    ...(slug === slugBefore ? {} : { slug }),
    ...(conflict === '' ? {} : { settles: conflict }),
  })
}

/** Out of the trash first: nothing can be saved in there. What was typed over an older text still meets its conflict. */
const restore = async (visit: Visit): Promise<Saved> => {
  const { stet, actor, input } = visit
  const { articleId } = input
  const found = await stet.articles.open(actor, { articleId })
  if (!found.ok) return found
  const { version } = found.value
  const restored = await stet.articles.changeStatus(actor, { articleId, version, move: 'restore' })
  if (!restored.ok) return restored
  return save(visit, input.version === version ? restored.value.version : input.version)
}

/** What the button means, beyond saving. */
const move = ({ stet, actor, input: { articleId } }: Visit, did: Change, version: number): Promise<Saved> => {
  switch (did) {
    case 'publish':
      return stet.articles.publish(actor, { articleId, version })
    case 'submit':
    case 'return':
    case 'unschedule':
    case 'unpublish':
    case 'trash':
      return stet.articles.changeStatus(actor, { articleId, version, move: did })
    case 'save':
    case 'keep':
    case 'restore':
    case 'settle':
      return Promise.resolve(ok({ version }))
  }
}

const preview = async ({ stet, actor, input }: Visit): Promise<Result<Edited>> => {
  const made = await stet.articles.preview(actor, {
    text: input.text,
    document: input.document,
    language: input.language,
  })
  if (!made.ok) return made
  const { version, slugBefore } = input
  const typed = { over: { version, slugBefore }, values: readPiece((field) => input[field]) }
  return ok({ did: 'preview', typed, preview: made.value })
}

/** A refusal with how the piece stands by now. `saved`: the text is stored, only the move was refused. */
const refused = async (
  { stet, actor, input: { articleId } }: Visit,
  error: DomainError,
  saved: boolean,
): Promise<Result<never>> => {
  if (!saved && error.code !== 'conflict') return failed(error)
  const piece = await stet.articles.open(actor, { articleId })
  return failed({ ...error, details: { ...error.details, saved, ...(piece.ok ? { now: piece.value } : {}) } })
}

/** What comes before the move. */
const first = (visit: Visit): Promise<Saved> => {
  const { stet, actor, input } = visit
  const { intent, articleId, conflict } = input
  if (intent === 'restore') return restore(visit)
  return intent === 'settle'
    ? stet.articles.settle(actor, { articleId, revisionId: conflict })
    : save(visit, input.version)
}

/** One press of a button of the editor: what was typed is saved first, then the piece moves. */
export const carryOut = async (visit: Visit): Promise<Result<Edited>> => {
  const { stet, actor, input } = visit
  const { intent, articleId } = input
  if (intent === 'preview') return preview(visit)
  const saved = await first(visit)
  if (!saved.ok) return refused(visit, saved.error, false)
  const moved = await move(visit, intent, saved.value.version)
  if (!moved.ok) return refused(visit, moved.error, true)
  const piece = await stet.articles.open(actor, { articleId })
  return piece.ok ? ok({ did: intent, piece: piece.value }) : piece
}
