import type { Actor, SignedIn } from '../kernel/actor'
import { parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import { parseQuery } from '../text/parse-query'
import type { Ports } from '../ports'
import type { DeskPiece, PieceQuestion } from './desk-store'
import { varietiesOf } from './language-choices'
import { LIKELY_GOOD, mixedDiet, treatsFor } from './mixed-diet'
import { presentCard } from './present-queue'
import { type QueueFields } from './desk-address'
import { filterOf, orderOf, tabOf } from './queue-fields'
import { type QueueFilter, isFiltered } from './queue-question'
import type { QueueView } from './queue-view'

const CARDS_PER_PAGE = 20
/** Signs of what is looked for. */
const TYPED_MAX = 200

type Deps = Pick<Ports, 'queueReader' | 'deskStore' | 'settingsStore'>

const pieceQuestions = (actor: SignedIn, { piece, writer, watch }: QueueFields): readonly PieceQuestion[] => [
  ...(piece ? [{ slug: piece }] : []),
  ...(writer ? [{ writer }] : []),
  ...(watch === 'mine' ? [{ watchedBy: actor.userId }] : []),
]

/** The pieces every one of these questions means; null where none was asked. */
const piecesMeant = async (
  { deskStore }: Pick<Ports, 'deskStore'>,
  questions: readonly PieceQuestion[],
): Promise<readonly DeskPiece[] | null> => {
  const [first, ...others] = await Promise.all(questions.map((question) => deskStore.pieces(question)))
  if (!first) return null
  return first.filter(({ id }) => others.every((pieces) => pieces.some((piece) => piece.id === id)))
}

/** The languages of pieces that one means: none for one that no piece is in, or that is none at all. */
const languagesMeant = async (
  { deskStore }: Pick<Ports, 'deskStore'>,
  { language }: QueueFields,
): Promise<readonly string[] | null> => (language ? varietiesOf(language, await deskStore.languages()) : null)

/** What was typed to be looked for; words of signs alone find nothing. */
const wordsOf = async (
  { queueReader }: Pick<Ports, 'queueReader'>,
  { q }: QueueFields,
): Promise<Pick<QueueFilter, 'words'> & Partial<Pick<QueueFilter, 'articleIds'>>> => {
  if (!q) return { words: null }
  const words = parseQuery(q.slice(0, TYPED_MAX), await queueReader.languages())
  return words === null ? { words, articleIds: [] } : { words }
}

/** The filter an address means. */
export const readFilter = async (
  deps: Pick<Ports, 'deskStore' | 'queueReader'>,
  actor: SignedIn,
  fields: QueueFields,
): Promise<{ readonly filter: QueueFilter; readonly pieces: readonly DeskPiece[] | null }> => {
  const [pieces, languages, words] = await Promise.all([
    piecesMeant(deps, pieceQuestions(actor, fields)),
    languagesMeant(deps, fields),
    wordsOf(deps, fields),
  ])
  const articleIds = pieces?.map(({ id }) => id) ?? null
  return { filter: { ...filterOf(fields), articleIds, languages, ...words }, pieces }
}

/** One page of the desk: a tab, in an order, through a filter, as its address says. */
export const listQueue = async (
  deps: Deps,
  actor: Actor,
  fields: QueueFields,
): Promise<Result<QueueView>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) {
    return fail('forbidden', 'The desk is open to moderators only.')
  }
  const [tab, order] = [tabOf(fields), orderOf(fields)]
  const [{ filter, pieces }, counts, { settings }, mine] = await Promise.all([
    readFilter(deps, actor, fields),
    deps.queueReader.counts(),
    deps.settingsStore.read(),
    deps.deskStore.pieces({ watchedBy: actor.userId }),
  ])
  const watched = new Set(mine.map(({ id }) => id))
  const after = fields.after ? parseCursor(fields.after) : null
  const page = await deps.queueReader.list({ tab, order, filter, after, limit: CARDS_PER_PAGE })
  const isPlain = tab === 'waiting' && order === 'priority' && after === null && !isFiltered(filter)
  const good =
    settings.mixedDiet && isPlain
      ? await deps.queueReader.likelyGood(LIKELY_GOOD, treatsFor(CARDS_PER_PAGE))
      : []
  const [rows, next] = [mixedDiet(page.rows, good), page.next]
  const notes = await deps.deskStore.notesOn(rows.map(({ comment }) => comment.id))
  return ok({
    tab,
    order,
    fields,
    filtered: isFiltered(filter),
    piece: fields.piece ? (pieces?.[0]?.title ?? null) : null,
    cards: rows.map((row) => presentCard(actor, row, { watched, notes, veil: settings.veilWords })),
    counts,
    reasons: settings.reasons.map(({ name }) => name),
    next: next && printCursor(next),
  })
}
