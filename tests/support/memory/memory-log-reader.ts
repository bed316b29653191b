import type { Cursor } from '../../../lib/kernel/paging'
import type { LogEntry, LogQuestion, LogReader } from '../../../lib/moderation/log-reader'
import { MemoryQueueReader } from './memory-queue-reader'
import type { MemoryTables } from './memory-tables'

export class MemoryLogReader implements LogReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(question: LogQuestion, after: Cursor | null, limit: number): Promise<readonly LogEntry[]> {
    const entries = [...(await this.#decisions()), ...this.#measures()]
    return entries
      .filter((entry) => isAsked(entry, question))
      .filter(({ at, id }) => after === null || at < after.at || (at === after.at && id < after.id))
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, limit + 1)
  }

  async batchSizes(batchIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const all = [...this.#tables.decisions.values()].map(({ batchId }) => batchId)
    const sizes = batchIds.map((id) => [id, all.filter((one) => one === id).length] as const)
    return new Map(sizes.filter(([, size]) => size > 0))
  }

  async #decisions(): Promise<readonly LogEntry[]> {
    const queue = new MemoryQueueReader(this.#tables)
    const entries = [...this.#tables.decisions.values()].map(async ({ id }): Promise<LogEntry[]> => {
      const card = await queue.card(this.#tables.decisions.get(id)?.commentId ?? '')
      const decision = card?.decisions.find((one) => one.id === id)
      if (!card || !decision) return []
      const body = this.#tables.commentRevisions.get(decision.revisionId)?.body ?? ''
      const { comment, article, decisions: all } = card
      return [{ kind: 'decision', id, at: decision.createdAt, decision, comment, body, article, all }]
    })
    return (await Promise.all(entries)).flat()
  }

  #measures(): readonly LogEntry[] {
    return this.#tables.audit.flatMap(({ actor, action, subject, detail }, n): LogEntry[] => {
      if (action !== 'take.measure' && action !== 'lift.measure') return []
      const actId = String(detail.act)
      const rows = [...this.#tables.measures.values()].filter((measure) => measure.actId === actId)
      const what = action === 'take.measure' ? 'taken' : 'lifted'
      const at = (what === 'taken' ? rows[0]?.createdAt : rows[0]?.liftedAt) ?? 0
      return [
        {
          ...{ kind: 'measure', id: String(n).padStart(26, '0'), at, what, actId },
          actorName: actor.kind === 'user' ? (this.#tables.users.get(actor.userId)?.name ?? 'Stet') : 'Stet',
          personKey: subject.replace(/^person:/, ''),
          personName: String(detail.name),
          measure: String(detail.kind),
          reason: String(detail.reason),
          stands: rows.some(({ liftedAt }) => liftedAt === null),
        },
      ]
    })
  }
}

const isAsked = (entry: LogEntry, q: LogQuestion): boolean => {
  const isInTime = entry.at >= (q.from ?? 0) && entry.at < (q.until ?? Infinity)
  if (!isInTime) return false
  if (entry.kind === 'measure')
    return (
      (q.move === null || q.move === 'measure') &&
      q.articleId === null &&
      entry.reason.includes(q.reason ?? '')
    )
  const { decision, comment } = entry
  const isTheirs =
    q.who === null ||
    (q.who === 'stet'
      ? decision.actor.kind === 'system'
      : decision.actor.kind === 'user' && decision.actor.userId === q.who)
  return (
    isTheirs &&
    (q.move === null || decision.move === q.move) &&
    (q.reason === null || (decision.reason ?? '').includes(q.reason)) &&
    (q.articleId === null || comment.articleId === q.articleId)
  )
}
