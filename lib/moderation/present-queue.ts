import { personKeyOf, personPath } from '../accounts/person-key'
import { articlePath } from '../articles/article-path'
import type { CommentRecord } from '../comments/comment'
import { VISIBLE } from '../comments/comment-status'
import type { Opinion } from '../comments/comment-store'
import { JUDGEMENTS, type Judgement, judge } from '../comments/judge'
import { REPORT_REASONS, REPORT_REASON_NAMES } from '../comments/report-reasons'
import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import { diffWords } from '../kernel/diff-words'
import type { DeskNote } from './desk-store'
import { markText } from './mark-text'
import { printAuthor } from './queue-fields'
import { placeWords } from './queue-order'
import type { QueueRow } from './queue-reader'
import type { DecisionView, QueueCardView, ReasonView, ReportedView } from './queue-view'
import { undoableDecision } from './undoable'
import { veilWords } from './veil-words'

const isoTime = (at: number): string => new Date(at).toISOString()

const reasonOf = ({ check, level, reason }: Opinion): readonly ReasonView[] =>
  level === 'hold' || level === 'spam' ? [{ check, level, reason }] : []

const historyOf = ({ decisions }: QueueRow): readonly DecisionView[] => {
  const undone = new Set(decisions.map(({ undoesId }) => undoesId))
  return decisions.map(({ id, actorName, move, from, to, reason, createdAt }) => ({
    ...{ id, actorName, move, from, to, reason },
    at: isoTime(createdAt),
    undone: undone.has(id),
  }))
}

const reportsOf = ({ reports }: QueueRow): readonly ReportedView[] =>
  REPORT_REASON_NAMES.flatMap((name) => {
    const same = reports.filter(({ reason }) => reason === name)
    const notes = same.flatMap(({ note }) => (note === '' ? [] : [note]))
    return same.length === 0 ? [] : [{ reason: REPORT_REASONS[name], count: same.length, notes }]
  })

/** Buttons: what the machine would accept for the text on the card, tried, not listed a second time. */
const movesOf = (
  actor: Actor,
  record: CommentRecord,
  { revision, reports }: QueueRow,
): readonly Judgement[] =>
  can(actor, 'decide.comment')
    ? JUDGEMENTS.filter((move) => judge(record, { revisionId: revision.id, move, at: 0 }).ok).filter(
        // Keeping answers readers: where none has said anything it decides nothing.
        (move) => move !== 'keep' || reports.length > 0,
      )
    : []

const isSeen = ({ comment, article }: QueueRow): boolean =>
  VISIBLE.has(comment.status) && comment.hiddenAncestors === 0 && article.isPublic

const pickOf = (actor: Actor, row: QueueRow): QueueCardView['pick'] => {
  if (!isSeen(row) || !can(actor, 'feature.comment')) return null
  return row.picked ? 'unpick' : 'pick'
}

/** Somebody who wrote the comment, or whom it answers, is no judge of it. They are told, not kept from it. */
const partyOf = (actor: Actor, { comment, parent }: QueueRow): QueueCardView['party'] => {
  if (actor.kind !== 'user') return null
  if (comment.userId === actor.userId) return 'author'
  return parent?.userId === actor.userId ? 'answered' : null
}

const repliesOf = (actor: Actor, row: QueueRow): QueueCardView['replies'] => {
  if (!isSeen(row) || !can(actor, 'decide.comment')) return null
  return row.repliesClosed ? 'open' : 'close'
}

/** What a card shows beside its row. */
interface Beside {
  /** Pieces on the list of the moderator who looks. */
  readonly watched?: ReadonlySet<string>
  /** On any comment. */
  readonly notes?: readonly DeskNote[]
  /** Whether words of the lists are blurred. */
  readonly veil?: boolean
}

/** The only road from a stored comment to a card of the desk. */
export const presentCard = (
  actor: Actor,
  row: QueueRow,
  { watched = new Set(), notes = [], veil = true }: Beside = {},
): QueueCardView => {
  const { comment, revision, shown, article, parent } = row
  const record = { comment, revisions: shown ? [shown, revision] : [revision] }
  const marked = markText(
    revision.body,
    row.opinions.flatMap(({ evidence }) => evidence.spans ?? []),
  )
  const undoable = can(actor, 'decide.comment') ? undoableDecision(record, row.decisions) : null
  return {
    commentId: comment.id,
    revisionId: revision.id,
    version: comment.version,
    status: comment.status,
    body: veil ? veilWords(marked, row.opinions) : marked,
    shownBody: shown?.body ?? null,
    diff: shown && diffWords(shown.body, revision.body),
    name: comment.name,
    byStaff: comment.byStaff,
    signedIn: comment.userId !== null,
    authorPath: personPath(personKeyOf(comment)),
    createdAt: isoTime(comment.createdAt),
    article: {
      id: article.id,
      watched: watched.has(article.id),
      title: article.title,
      slug: article.slug,
      path: articlePath(article.slug),
      isPublic: article.isPublic,
    },
    author: printAuthor(comment),
    party: partyOf(actor, row),
    place: comment.pendingRevisionId === null ? null : placeWords(row.queueWhy),
    flood: row.flood,
    replies: repliesOf(actor, row),
    parent: parent && { name: parent.name, body: parent.body },
    reasons: row.opinions.flatMap(reasonOf),
    reports: reportsOf(row),
    notes: notes
      .filter(({ commentId }) => commentId === comment.id)
      .map(({ id, userName, body, createdAt }) => ({ id, by: userName, body, at: isoTime(createdAt) })),
    history: historyOf(row),
    moves: movesOf(actor, record, row),
    pick: pickOf(actor, row),
    undoable: undoable?.id ?? null,
  }
}
