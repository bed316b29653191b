import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import { type DecisionLog, type DecisionTally, OTHER_REASON } from '../../../lib/moderation/decision-log'
import type { MemoryTables } from './memory-tables'

const reasonOf = ({ reason }: Decision, reasons: readonly string[]): DecisionTally['reason'] =>
  reason === null || reasons.includes(reason) ? reason : OTHER_REASON

export class MemoryDecisionLog implements DecisionLog {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async tallies(
    from: Instant,
    until: Instant,
    reasons: readonly string[],
  ): Promise<readonly DecisionTally[]> {
    const tallies = new Map<string, DecisionTally>()
    const all = [...this.#tables.decisions.values()]
    const undone = new Set(all.map(({ undoesId }) => undoesId))
    for (const decision of all) {
      const { id, actor, move, undoesId, createdAt, commentId } = decision
      if (actor.kind !== 'user' || move === 'undo' || undoesId !== null || undone.has(id)) continue
      if (createdAt < from || createdAt >= until) continue
      if (this.#tables.comments.get(commentId)?.userId === actor.userId) continue
      const [year, month] = [new Date(createdAt).getUTCFullYear(), new Date(createdAt).getUTCMonth() + 1]
      const reason = reasonOf(decision, reasons)
      const key = JSON.stringify([year, month, move, reason])
      const decisions = (tallies.get(key)?.decisions ?? 0) + 1
      tallies.set(key, { year, month, move, reason, decisions })
    }
    return [...tallies.values()]
  }
}
