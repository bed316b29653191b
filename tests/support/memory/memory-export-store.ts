import type { AuditEntry } from '../../../lib/kernel/audit'
import type { ExportStore, ExportedComment, ExportedPerson } from '../../../lib/transfer/export-store'
import type { MemoryTables } from './memory-tables'

const stretch = <T extends { readonly id: string }>(
  rows: Iterable<T>,
  after: string,
  limit: number,
): readonly T[] =>
  [...rows]
    .filter(({ id }) => id > after)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, limit)

export class MemoryExportStore implements ExportStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async pieceIds(after: string, limit: number): Promise<readonly string[]> {
    return stretch(this.#tables.articles.values(), after, limit).map(({ id }) => id)
  }

  async comments(after: string, limit: number): Promise<readonly ExportedComment[]> {
    const { comments, commentRevisions, decisions } = this.#tables
    return stretch(comments.values(), after, limit).map((comment) => {
      const { id, articleId, parentId, status, userId, guestId, name, email, byStaff } = comment
      const { createdAt, editedAt, approvedRevisionId } = comment
      const revisions = [...commentRevisions.values()]
        .filter(({ commentId }) => commentId === id)
        .sort((a, b) => a.number - b.number)
      const decided = [...decisions.values()].filter(({ commentId }) => commentId === id)
      return {
        ...{ id, articleId, parentId, status, userId, guestId, name, email, byStaff },
        ...{ createdAt, editedAt, approvedRevisionId },
        revisions: revisions.map(({ commentId: _c, fingerprint: _f, ...revision }) => revision),
        decisions: stretch(decided, '', decided.length).map((decision) => ({
          ...{ id: decision.id, revisionId: decision.revisionId, move: decision.move },
          userId: decision.actor.kind === 'user' ? decision.actor.userId : null,
          ...{ from: decision.from, to: decision.to, reason: decision.reason, note: decision.note },
          createdAt: decision.createdAt,
        })),
      }
    })
  }

  async people(after: string, limit: number): Promise<readonly ExportedPerson[]> {
    return stretch(this.#tables.users.values(), after, limit).map(
      ({ id, name, email, slug, role, bio, disabledAt, createdAt }) => ({
        ...{ id, name, email, slug, role, bio, disabledAt, createdAt },
      }),
    )
  }

  async note(audit: AuditEntry): Promise<void> {
    this.#tables.audit.push(audit)
  }
}
