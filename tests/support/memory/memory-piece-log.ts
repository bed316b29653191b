import type { LoggedChange, PieceLog } from '../../../lib/articles/piece-log'
import type { MemoryTables } from './memory-tables'

export class MemoryPieceLog implements PieceLog {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async of(articleId: string, actions: readonly string[], limit: number): Promise<readonly LoggedChange[]> {
    const { audit, users } = this.#tables
    return audit
      .map((entry, index) => ({ ...entry, at: audit.times[index] ?? 0 }))
      .filter(({ subject, action }) => subject === `article:${articleId}` && actions.includes(action))
      .map(({ at, actor, action, detail }) => ({
        ...{ at, action, detail },
        by: actor.kind === 'user' ? (users.get(actor.userId)?.name ?? null) : null,
      }))
      .reverse()
      .slice(0, limit)
  }
}
