import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText, codePoints, cutText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { plainName } from '../kernel/plain-name'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { findPiece } from './find-piece'
import { NOTES, type NoteView, findPreview, presentNote } from './open-preview'
import { isOpen, isVouchedFor } from './preview-links'
import type { PreviewLink } from './review-store'

const BODY_MAX = 2_000
const QUOTE_MAX = 500

const typed = z.string().max(10_000, 'This is far too long.')

export const addNoteInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  quote: typed,
  body: typed,
})
export const settleNoteInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  noteId: z.string().regex(ID_PATTERN),
})
export const reviewerNoteInput = z.strictObject({ name: typed, quote: typed, body: typed })

type Deps = Pick<Ports, 'articleStore' | 'reviewStore' | 'ids' | 'clock'>

const words = ({ quote, body }: { readonly quote: string; readonly body: string }) => {
  const text = canonicalText(body)
  if (text === '') return invalidFields({ body: 'Write what you want to say.' })
  if (codePoints(text) > BODY_MAX)
    return invalidFields({ body: `Please shorten this to ${BODY_MAX} characters.` })
  return ok({ body: text, quote: cutText(canonicalText(quote), { max: QUOTE_MAX }) })
}

/** A note to colleagues, about a passage or the piece as a whole. */
export const addNote = async (
  deps: Deps,
  actor: Actor,
  { articleId, ...input }: z.infer<typeof addNoteInput>,
): Promise<Result<void>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const said = words(input)
  if (!said.ok) return said
  const { by } = found.value
  await deps.reviewStore.addNote(
    {
      ...{ ...said.value, id: deps.ids.ordered(), articleId, authorId: by.userId, authorName: by.name },
      ...{ previewLinkId: null, createdAt: deps.clock.now(), settledAt: null },
    },
    { actor, action: 'note.article', subject: `article:${articleId}`, detail: {} },
  )
  return ok(undefined)
}

/** A note by somebody with a link that opens. */
export const addReviewerNote = async (
  deps: Deps & Pick<Ports, 'accountStore' | 'measureStore' | 'secrets' | 'limits'>,
  actor: Actor,
  { secret, name, ...input }: z.infer<typeof reviewerNoteInput> & { readonly secret: string },
  client: Pick<ClientFacts, 'addressBlock'>,
): Promise<Result<void>> => {
  const found = await findPreview(deps, secret)
  if (!found) return fail('not-found', 'This link opens nothing any more. Ask for a new one.')
  const said = words(input)
  if (!said.ok) return said
  const limited = await deps.limits.take('note.address', client.addressBlock)
  if (!limited.ok) return limited
  const { link, piece } = found
  await deps.reviewStore.addNote(
    {
      ...{ ...said.value, id: deps.ids.ordered(), articleId: piece.article.id, authorId: null },
      authorName: plainName(cutText(canonicalText(name, { singleLine: true }), { max: 80 })) || 'A reviewer',
      ...{ previewLinkId: link.id, createdAt: deps.clock.now(), settledAt: null },
    },
    { actor, action: 'note.preview', subject: `article:${piece.article.id}`, detail: { link: link.id } },
  )
  return ok(undefined)
}

/** It was talked over, or done. */
export const settleNote = async (
  deps: Deps,
  actor: Actor,
  { articleId, noteId }: z.infer<typeof settleNoteInput>,
): Promise<Result<void>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const audit = { actor, action: 'settle.note', subject: `article:${articleId}`, detail: { note: noteId } }
  const settled = await deps.reviewStore.settleNote(articleId, noteId, deps.clock.now(), audit)
  return settled ? ok(undefined) : fail('not-found', 'This note is settled already.')
}

/** A link in the list of a piece. Nothing in it opens anything. */
export interface PreviewLinkView {
  readonly id: string
  readonly label: string
  readonly followsDraft: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly state: 'open' | 'expired' | 'revoked'
}

export interface ReviewView {
  readonly links: readonly PreviewLinkView[]
  readonly notes: readonly NoteView[]
}

/** Everything that is said about a piece before it is out, and who may look at it. */
export const listReview = async (
  deps: Pick<Ports, 'articleStore' | 'reviewStore' | 'accountStore' | 'measureStore' | 'clock'>,
  actor: Actor,
  { articleId }: { readonly articleId: string },
): Promise<Result<ReviewView>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const now = deps.clock.now()
  const [links, notes] = await Promise.all([
    deps.reviewStore.links(articleId),
    deps.reviewStore.notes(articleId, NOTES),
  ])
  const stateOf = async (link: PreviewLink): Promise<PreviewLinkView['state']> => {
    if (link.revokedAt !== null) return 'revoked'
    if (!isOpen(link, now)) return 'expired'
    return (await isVouchedFor(deps, link, found.value.piece)) ? 'open' : 'revoked'
  }
  const states = await Promise.all(links.map(stateOf))
  return ok({
    links: links.map((link, index) => ({
      ...{ id: link.id, label: link.label, followsDraft: link.revisionId === null },
      createdAt: new Date(link.createdAt).toISOString(),
      expiresAt: new Date(link.expiresAt).toISOString(),
      state: states[index] ?? 'expired',
    })),
    notes: notes.map(presentNote),
  })
}
