import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import type { Lesson, LessonStore, Outcome, Snapshot } from '../../../lib/moderation/learner/lesson-store'
import type { MemoryTables } from './memory-tables'

const KEPT = 10
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

export class MemoryLessonStore implements LessonStore {
  readonly #tables: MemoryTables
  #snapshots: readonly Snapshot[] = []

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async idsAfter(position: string, limit: number): Promise<readonly string[]> {
    const after = this.#teaching().filter(({ id }) => id > position)
    return after.slice(0, limit).map(({ id }) => id)
  }

  async lessons(ids: readonly string[]): Promise<readonly Lesson[]> {
    return this.#teaching().flatMap(({ id, move, commentId, revisionId }) => {
      const comment = this.#tables.comments.get(commentId)
      const revision = this.#tables.commentRevisions.get(revisionId)
      if (!ids.includes(id) || !comment || !revision) return []
      const { name, userId, parentId } = comment
      const text = { body: revision.body, name, member: userId !== null, reply: parentId !== null }
      return [{ id, spam: move === 'spam', text }]
    })
  }

  async countTo(position: string): Promise<number> {
    return this.#teaching().filter(({ id }) => id <= position).length
  }

  async undoneAfter(undo: string): ReturnType<LessonStore['undoneAfter']> {
    const undos = [...this.#tables.decisions.values()]
      .filter(({ id, undoesId }) => id > undo && undoesId !== null)
      .sort(byId)
    return { decisions: undos.flatMap(({ undoesId }) => undoesId ?? []), last: undos.at(-1)?.id ?? undo }
  }

  async snapshots(version: number): Promise<readonly Snapshot[]> {
    return this.#snapshots.filter((snapshot) => snapshot.version === version)
  }

  async keep(snapshot: Snapshot): Promise<void> {
    const others = this.#snapshots.filter(({ position }) => position !== snapshot.position)
    this.#snapshots = [...others, snapshot].sort((a, b) => (a.position < b.position ? 1 : -1)).slice(0, KEPT)
  }

  async dropFrom(from: string): Promise<void> {
    this.#snapshots = this.#snapshots.filter(({ position }) => position < from)
  }

  async outcomes(since: Instant): Promise<readonly Outcome[]> {
    const found = new Map<string, Outcome>()
    for (const { move, commentId, createdAt } of this.#teaching()) {
      const estimate = this.#tables.estimates.get(commentId)
      if (createdAt < since || !estimate) continue
      const score = Math.floor(estimate.spamScore / 50) * 50
      const [spam, probe] = [move === 'spam', estimate.isProbe]
      const key = `${String(score).padStart(4, '0')} ${move} ${Number(probe)}`
      found.set(key, { score, spam, probe, decisions: (found.get(key)?.decisions ?? 0) + 1 })
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, outcome]) => outcome)
  }

  #teaching(): readonly Decision[] {
    const all = [...this.#tables.decisions.values()]
    const undone = new Set(all.map(({ undoesId }) => undoesId))
    return all
      .filter(({ id, actor, move, commentId }) => {
        const comment = this.#tables.comments.get(commentId)
        if (actor.kind !== 'user' || !comment || comment.status === 'erased' || undone.has(id)) return false
        return (move === 'approve' || move === 'spam') && comment.userId !== actor.userId
      })
      .sort(byId)
  }
}
