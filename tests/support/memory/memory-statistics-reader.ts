import type { Decision } from '../../../lib/comments/comment-store'
import { DAY } from '../../../lib/kernel/clock'
import type { Span, StatisticsReader } from '../../../lib/moderation/statistics-reader'
import type { MemoryTables } from './memory-tables'

type Counted = Decision & { readonly userId: string }

export class MemoryStatisticsReader implements StatisticsReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async arrivals({ from, until }: Span): ReturnType<StatisticsReader['arrivals']> {
    const days = new Map<number, number>()
    for (const { createdAt } of this.#tables.comments.values()) {
      if (createdAt < from || createdAt >= until) continue
      const day = Math.floor(createdAt / DAY)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
    return [...days].map(([day, comments]) => ({ day, comments }))
  }

  async decisions(span: Span): ReturnType<StatisticsReader['decisions']> {
    const rows = new Map<string, Awaited<ReturnType<StatisticsReader['decisions']>>[number]>()
    for (const { userId, move, reason } of this.#counted(span)) {
      const key = JSON.stringify([userId, move, reason])
      const name = this.#tables.users.get(userId)?.name ?? ''
      rows.set(key, { userId, name, move, reason, decisions: (rows.get(key)?.decisions ?? 0) + 1 })
    }
    return [...rows.values()]
  }

  async waits(span: Span, limit: number): ReturnType<StatisticsReader['waits']> {
    const byPeople = [...this.#tables.decisions.values()].filter(({ actor }) => actor.kind === 'user')
    return this.#counted(span)
      .filter(({ from, commentId, id }) => {
        const isFirst = !byPeople.some((other) => other.commentId === commentId && other.id < id)
        return from === 'pending' && isFirst
      })
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .map(({ userId, commentId, createdAt }) => ({
        userId,
        waited: createdAt - (this.#tables.comments.get(commentId)?.createdAt ?? 0),
      }))
  }

  async checks(span: Span): ReturnType<StatisticsReader['checks']> {
    const decided = new Map<string, Set<string>>()
    const approved = new Map<string, Set<string>>()
    const note = (where: Map<string, Set<string>>, check: string, revisionId: string): void =>
      void where.set(check, (where.get(check) ?? new Set()).add(revisionId))
    for (const { move, revisionId } of this.#counted(span)) {
      if (!['approve', 'reject', 'spam'].includes(move)) continue
      for (const { check, level } of this.#tables.opinions.get(revisionId) ?? []) {
        if (level !== 'hold' && level !== 'spam') continue
        note(decided, check, revisionId)
        if (move === 'approve') note(approved, check, revisionId)
      }
    }
    return [...decided].map(([check, all]) => ({
      ...{ check, decided: all.size, approved: approved.get(check)?.size ?? 0 },
    }))
  }

  #counted({ from, until }: Span): readonly Counted[] {
    const decisions = [...this.#tables.decisions.values()]
    const undone = new Set(decisions.map(({ undoesId }) => undoesId))
    return decisions.flatMap((decision) => {
      const { actor, createdAt, undoesId, id, commentId } = decision
      if (actor.kind !== 'user' || createdAt < from || createdAt >= until) return []
      const isOwn = this.#tables.comments.get(commentId)?.userId === actor.userId
      return undoesId !== null || undone.has(id) || isOwn ? [] : { ...decision, userId: actor.userId }
    })
  }
}
