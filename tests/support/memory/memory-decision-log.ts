import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import type { DecisionLog, DecisionTally } from '../../../lib/moderation/decision-log'
import { DECISION_REASON_NAMES } from '../../../lib/moderation/decision-reasons'
import type { MemoryTables } from './memory-tables'

const reasonOf = ({ reason }: Decision): DecisionTally['reason'] =>
  reason === null ? null : (DECISION_REASON_NAMES.find((name) => name === reason) ?? 'other')

export class MemoryDecisionLog implements DecisionLog {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async tallies(from: Instant, until: Instant): Promise<readonly DecisionTally[]> {
    const tallies = new Map<string, DecisionTally>()
    const all = [...this.#tables.decisions.values()]
    const undone = new Set(all.map(({ undoesId }) => undoesId))
    for (const decision of all) {
      const { id, actor, move, undoesId, createdAt, commentId } = decision
      if (actor.kind !== 'user' || move === 'undo' || undoesId !== null || undone.has(id)) continue
      if (createdAt < from || createdAt >= until) continue
      if (this.#tables.comments.get(commentId)?.userId === actor.userId) continue
      const [year, month] = [new Date(createdAt).getUTCFullYear(), new Date(createdAt).getUTCMonth() + 1]
      const reason = reasonOf(decision)
      const key = JSON.stringify([year, month, move, reason])
      const decisions = (tallies.get(key)?.decisions ?? 0) + 1
      tallies.set(key, { year, month, move, reason, decisions })
    }
    return [...tallies.values()]
  }
}
