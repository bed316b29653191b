import { articlePath } from '../articles/article-path'
import type { Measure, TargetKind } from '../accounts/measure'
import type { Instant } from '../kernel/clock'
import type { HistoryRow, PersonRow } from './people-reader'
import { personPath } from '../accounts/person-key'
import type { MailView, MeasureView, PastCommentView, PersonLineView } from './person-view'
import { trustOf } from './trust'
import type { Veil } from './veil-text'

const isoTime = (at: Instant): string => new Date(at).toISOString()

/** Of a hash as much as tells two people's apart at a glance. */
export const markOf = (hash: string): string => hash.slice(0, 6)

/** What lists show of a person. `trustAfter`: approved comments until they are trusted. */
export const presentLine = (
  { key, name, role, since, lastAt, record }: PersonRow,
  trustAfter: number,
): PersonLineView => ({
  path: personPath(key),
  name,
  role,
  since: isoTime(since),
  lastAt: lastAt === null ? null : isoTime(lastAt),
  trust: trustOf(record, trustAfter),
  record,
})

/** What is shown of a mail address: a mark that is the same for the same address, and its domain. */
export const presentMail = (hash: string, emailKey: string): MailView => ({
  mark: markOf(hash),
  domain: emailKey.slice(emailKey.lastIndexOf('@') + 1),
})

/** A comment in the history of a person; what the lists veil is veiled here too. */
export const presentPast = (
  { comment, body, article, decision }: HistoryRow,
  veil: Veil,
): PastCommentView => ({
  id: comment.id,
  body: veil(body),
  status: comment.status,
  at: isoTime(comment.createdAt),
  article: { title: article.title, path: article.isPublic ? articlePath(article.slug) : null },
  decision: decision && {
    by: decision.actorName,
    move: decision.move,
    reason: decision.reason,
    at: isoTime(decision.createdAt),
  },
})

const stateOf = ({ liftedAt, expiresAt, readAt }: Measure, now: Instant): MeasureView['state'] => {
  if (liftedAt !== null) return 'lifted'
  if (readAt !== null) return 'read'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'stands'
}

/** The measures of one person, act by act, newest first. */
export const presentMeasures = (
  measures: readonly Measure[],
  facts: { readonly names: ReadonlyMap<string, string>; readonly mayLift: boolean; readonly now: Instant },
): readonly MeasureView[] => {
  const actIds = [...new Set(measures.map(({ actId }) => actId))]
  return actIds.flatMap((actId) => {
    const rows = measures.filter((measure) => measure.actId === actId)
    const [first] = rows
    if (!first) return []
    const targets: readonly TargetKind[] = [...new Set(rows.map(({ targetKind }) => targetKind))]
    const ends = rows.map(({ expiresAt }) => expiresAt)
    const until = ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0))
    return {
      actId,
      kind: first.kind,
      targets,
      reason: first.reason,
      note: first.note,
      by: facts.names.get(first.createdBy) ?? 'A colleague',
      at: isoTime(first.createdAt),
      until: until === null ? null : isoTime(until),
      state: stateOf({ ...first, expiresAt: until }, facts.now),
      liftedBy: first.liftedBy === null ? null : (facts.names.get(first.liftedBy) ?? 'A colleague'),
      liftable: facts.mayLift && first.liftedAt === null,
    }
  })
}
