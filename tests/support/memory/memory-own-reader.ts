import type { Comment } from '../../../lib/comments/comment'
import type { OwnRow, ThreadReader } from '../../../lib/comments/thread-reader'
import type { Instant } from '../../../lib/kernel/clock'
import { isPublic, isVisible } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const order = byTime<{ createdAt: Instant; id: string }>(
  (row) => row.createdAt,
  (row) => row.id,
)

export class MemoryOwnReader implements Pick<ThreadReader, 'own' | 'ownIds' | 'ownById'> {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async own(
    author: { readonly guestId: string } | { readonly userId: string },
    now: Instant,
    { articleId, after, limit }: Parameters<ThreadReader['own']>[2],
  ): Promise<readonly OwnRow[]> {
    const place = after && { createdAt: after.at, id: after.id }
    return this.#by(author)
      .filter((comment) => articleId === null || comment.articleId === articleId)
      .filter((comment) => place === null || order(comment, place) < 0)
      .slice(0, limit + 1)
      .map((comment) => this.#row(comment, now))
  }

  async ownIds(
    author: Parameters<ThreadReader['ownIds']>[0],
    articleId: string,
    limit: number,
  ): Promise<readonly string[]> {
    const here = this.#by(author).filter((comment) => comment.articleId === articleId)
    return here.slice(0, limit).map(({ id }) => id)
  }

  async ownById(commentId: string, now: Instant): Promise<OwnRow | null> {
    const comment = this.#tables.comments.get(commentId)
    return comment ? this.#row(comment, now) : null
  }

  /** Newest first. */
  #by(author: Parameters<ThreadReader['ownIds']>[0]): readonly Comment[] {
    return [...this.#tables.comments.values()]
      .filter((comment) =>
        'guestId' in author ? comment.guestId === author.guestId : comment.userId === author.userId,
      )
      .sort((a, b) => order(b, a))
  }

  #body(revisionId: string | null): string {
    return this.#tables.commentRevisions.get(revisionId ?? '')?.body ?? ''
  }

  #row(comment: Comment, now: Instant): OwnRow {
    const { id, parentId, status, version, createdAt, name, approvedRevisionId, pendingRevisionId } = comment
    const hasPendingEdit = status === 'approved' && pendingRevisionId !== null
    const current =
      pendingRevisionId ?? (status === 'approved' ? approvedRevisionId : comment.latestRevisionId)
    return {
      ...{ id, parentId, status, version, createdAt, name, hasPendingEdit },
      visible: isVisible(this.#tables, comment, now),
      body: this.#body(current),
      shownBody: hasPendingEdit ? this.#body(approvedRevisionId) : null,
      rejectedFor: status === 'rejected' ? this.#rejectionReason(id) : null,
      piece: this.#piece(comment.articleId, now),
    }
  }

  /** Decisions that were undone, and undoings, give no reason. */
  #rejectionReason(commentId: string): string | null {
    const decisions = [...this.#tables.decisions.values()]
    const undone = new Set(decisions.map(({ undoesId }) => undoesId))
    const [latest] = decisions
      .filter((one) => one.commentId === commentId && one.to === 'rejected' && one.undoesId === null)
      .filter(({ id }) => !undone.has(id))
      .sort((a, b) => (a.id < b.id ? 1 : -1))
    return latest?.reason ?? null
  }

  #piece(articleId: string, now: Instant): OwnRow['piece'] {
    const article = this.#tables.articles.get(articleId)
    const text = this.#tables.articleRevisions.get(article?.liveRevisionId ?? article?.draftRevisionId ?? '')
    const shown = isPublic(article, now)
    return {
      slug: shown ? (article?.slug ?? '') : '',
      title: shown ? (text?.title ?? '') : '',
      language: text?.language ?? '',
      public: shown,
    }
  }
}
