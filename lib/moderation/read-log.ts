import { articlePath } from '../articles/article-path'
import { parsePersonKey, personKeyOf, personPath } from '../accounts/person-key'
import { COMMENT_MOVES_LIST } from '../comments/comment-status'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { DAY, type Instant } from '../kernel/clock'
import { csvLine } from '../kernel/csv'
import { ID_PATTERN } from '../kernel/ids'
import { type Cursor, parseCursor, printCursor } from '../kernel/paging'
import { type Result, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { NOT_YOURS } from './list-people'
import type { LogEntry, LogQuestion, LoggedDecision, LoggedMeasure } from './log-reader'
import type { LogFilter, LogLineView, LogView } from './log-view'
import { undoableDecision } from './undoable'
import { type Veil, readVeil } from './veil-text'

const LINES_PER_PAGE = 50
const LINES_PER_CHUNK = 500

type Deps = Pick<Ports, 'logReader' | 'articleReader' | 'clock' | 'settingsStore' | 'wordListStore'>

const LOG_MOVES = [...COMMENT_MOVES_LIST, 'undo', 'measure'] as const

/** Midnight UTC of `2026-11-28`; null for anything else, which then filters nothing. */
const dayOf = (text: string): Instant | null => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isFinite(at) ? at : null
}

/** What somebody chose to see. A piece that is named and not found shows nothing, and not everything. */
const questionOf = async ({ articleReader, clock }: Deps, filter: LogFilter): Promise<LogQuestion> => {
  const slug = canonicalText(filter.piece, { singleLine: true }).replace(/^.*\/articles\//, '')
  const piece = slug === '' ? null : await articleReader.commentable(slug, clock.now())
  const until = dayOf(filter.until)
  return {
    who: filter.who === 'stet' || ID_PATTERN.test(filter.who) ? filter.who : null,
    move: LOG_MOVES.find((move) => move === filter.move) ?? null,
    reason: canonicalText(filter.reason, { singleLine: true }) || null,
    articleId: slug === '' ? null : (piece?.id ?? '-'),
    from: dayOf(filter.from),
    until: until === null ? null : until + DAY,
  }
}

const isoTime = (at: Instant): string => new Date(at).toISOString()

const presentDecision = (actor: Actor, entry: LoggedDecision, veil: Veil): LogLineView => {
  const { decision, comment, article, body, all } = entry
  const mayUndo = can(actor, 'decide.comment')
  const isLast = undoableDecision({ comment, revisions: [] }, all)?.id === decision.id
  return {
    id: entry.id,
    at: isoTime(entry.at),
    by: decision.actorName,
    what: decision.move,
    lifted: false,
    from: decision.from,
    to: decision.to,
    reason: decision.reason ?? '',
    note: decision.note ?? '',
    undone: all.some(({ undoesId }) => undoesId === decision.id),
    about: { name: comment.name, path: personPath(personKeyOf(comment)) },
    body: body === null ? null : veil(body),
    commentId: comment.id,
    article: { title: article.title, path: article.isPublic ? articlePath(article.slug) : null },
    batch: null,
    undo: mayUndo && isLast ? { decisionId: decision.id } : null,
  }
}

const presentMeasure = (entry: LoggedMeasure): LogLineView => {
  const key = parsePersonKey(entry.personKey)
  const isTaken = entry.what === 'taken'
  return {
    id: entry.id,
    at: isoTime(entry.at),
    by: entry.actorName,
    what: entry.measure,
    lifted: !isTaken,
    ...{ from: null, to: null, note: '', body: null, commentId: null, article: null, batch: null },
    reason: entry.reason,
    undone: isTaken && !entry.stands,
    about: { name: entry.personName, path: key && personPath(key) },
    // Whether this reader may is asked when they do: the page about the person tells it before.
    undo: isTaken && entry.stands ? { actId: entry.actId } : null,
  }
}

const present = (actor: Actor, entry: LogEntry, veil: Veil): LogLineView =>
  entry.kind === 'decision' ? presentDecision(actor, entry, veil) : presentMeasure(entry)

/** The way back for whole clicks: on the first line of each that can still be undone. */
const withBatches = async (
  { logReader }: Deps,
  entries: readonly LogEntry[],
  lines: readonly LogLineView[],
): Promise<readonly LogLineView[]> => {
  const firsts = new Map<string, string>()
  for (const [at, entry] of entries.entries()) {
    const batchId = entry.kind === 'decision' ? entry.decision.batchId : null
    if (batchId && lines[at]?.undo && !firsts.has(batchId)) firsts.set(batchId, entry.id)
  }
  const sizes = await logReader.batchSizes([...firsts.keys()])
  const batches = new Map(
    [...firsts].map(([batchId, id]) => [id, { batchId, comments: sizes.get(batchId) ?? 1 }]),
  )
  return lines.map((line) => {
    const batch = batches.get(line.id) ?? null
    return batch && batch.comments > 1 ? { ...line, batch } : line
  })
}

/** One page of what was decided about comments and people, newest first. */
export const readLog = async (
  deps: Deps,
  actor: Actor,
  { filter, after }: { readonly filter: LogFilter; readonly after: string },
): Promise<Result<LogView>> => {
  if (!can(actor, 'open.desk')) return NOT_YOURS
  const question = await questionOf(deps, filter)
  const [entries, veil] = await Promise.all([
    deps.logReader.list(question, parseCursor(after), LINES_PER_PAGE),
    readVeil(deps),
  ])
  const shown = entries.slice(0, LINES_PER_PAGE)
  const last = shown.at(-1)
  return ok({
    lines: await withBatches(
      deps,
      shown,
      shown.map((entry) => present(actor, entry, veil)),
    ),
    next: entries.length > LINES_PER_PAGE && last ? printCursor({ at: last.at, id: last.id }) : null,
  })
}

const HEAD = ['time', 'who', 'what', 'from', 'to', 'reason', 'note', 'undone', 'author', 'piece', 'comment']

/** The table holds no texts of comments. */
const UNREAD: Veil = () => []

const cellsOf = (line: LogLineView): readonly string[] => [
  line.at,
  line.by,
  line.lifted ? `lifted ${line.what}` : line.what,
  line.from ?? '',
  line.to ?? '',
  line.reason,
  line.note,
  line.undone ? 'yes' : '',
  line.about.name,
  line.article?.title ?? '',
  line.commentId ?? '',
]

/**
 * The same as CSV, chunk by chunk, however long it is: never more than one chunk in memory. The texts of comments are left
 * out; what is in it was typed by strangers all the same (lib/kernel/csv.ts).
 */
export const exportLog = async (
  deps: Deps,
  actor: Actor,
  { filter }: { readonly filter: LogFilter },
): Promise<Result<AsyncGenerator<string>>> => {
  if (!can(actor, 'open.desk')) return NOT_YOURS
  const question = await questionOf(deps, filter)
  const chunks = async function* (): AsyncGenerator<string> {
    yield csvLine(HEAD)
    let after: Cursor | null = null
    for (;;) {
      const entries: readonly LogEntry[] = await deps.logReader.list(question, after, LINES_PER_CHUNK)
      const shown = entries.slice(0, LINES_PER_CHUNK)
      yield shown.map((entry) => csvLine(cellsOf(present(actor, entry, UNREAD)))).join('')
      const last = shown.at(-1)
      if (!last || entries.length <= LINES_PER_CHUNK) return
      after = { at: last.at, id: last.id }
    }
  }
  return ok(chunks())
}
