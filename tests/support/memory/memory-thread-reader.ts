import type { Comment } from '../../../lib/comments/comment'
import type { OwnRow, ThreadReader, ThreadRow } from '../../../lib/comments/thread-reader'
import type { Instant } from '../../../lib/kernel/clock'
import type { Cursor } from '../../../lib/kernel/paging'
import { countVisible, isStub, isVisible } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const order = byTime<{ createdAt: Instant; id: string }>(
  (row) => row.createdAt,
  (row) => row.id,
)

export class MemoryThreadReader implements ThreadReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async roots(
    articleId: string,
    now: Instant,
    after: Cursor | null,
    limit: number,
  ): Promise<readonly ThreadRow[]> {
    const place = after && { createdAt: after.at || this.#stubTime(articleId, now, after.id), id: after.id }
    return this.#shownRoots(articleId, now)
      .filter((root) => place === null || order(root, place) < 0)
      .slice(0, limit + 1)
      .map((root) => this.#row(root))
  }

  async replies(rootIds: readonly string[], now: Instant): Promise<readonly ThreadRow[]> {
    return [...this.#tables.comments.values()]
      .filter(
        (comment) =>
          comment.parentId !== null && rootIds.includes(comment.rootId) && this.#isShown(comment, now),
      )
      .sort(order)
      .map((comment) => this.#row(comment))
  }

  async count(articleId: string, now: Instant): Promise<number> {
    return countVisible(this.#tables, articleId, now)
  }

  async visible(commentId: string, now: Instant): ReturnType<ThreadReader['visible']> {
    const comment = this.#tables.comments.get(commentId)
    if (!comment || !isVisible(this.#tables, comment, now)) return null
    const slug = this.#tables.articles.get(comment.articleId)?.slug ?? ''
    return { ...this.#row(comment), articleId: comment.articleId, slug }
  }

  async pageOf(articleId: string, rootId: string, now: Instant, limit: number): Promise<Cursor | null> {
    const roots = this.#shownRoots(articleId, now)
    const index = roots.findIndex((root) => root.id === rootId)
    const last = index < limit ? undefined : roots[index - (index % limit) - 1]
    return last ? { at: this.#row(last).createdAt, id: last.id } : null
  }

  async own(
    articleId: string,
    author: { readonly guestId: string } | { readonly userId: string },
  ): Promise<readonly OwnRow[]> {
    return [...this.#tables.comments.values()]
      .filter(
        (comment) =>
          comment.articleId === articleId &&
          ('guestId' in author ? comment.guestId === author.guestId : comment.userId === author.userId),
      )
      .sort((a, b) => order(b, a))
      .map((comment) => this.#ownRow(comment))
  }

  #shownRoots(articleId: string, now: Instant): readonly Comment[] {
    return [...this.#tables.comments.values()]
      .filter(
        (comment) =>
          comment.articleId === articleId && comment.parentId === null && this.#isShown(comment, now),
      )
      .sort((a, b) => order(b, a))
  }

  /** A stub tells no time, so that a cursor on one says 0: its place is looked up, if readers see it. */
  #stubTime(articleId: string, now: Instant, commentId: string): Instant {
    return (
      this.#shownRoots(articleId, now).find(({ id, status }) => id === commentId && status !== 'approved')
        ?.createdAt ?? 0
    )
  }

  #isShown(comment: Comment, now: Instant): boolean {
    return isVisible(this.#tables, comment, now) || isStub(this.#tables, comment, now)
  }

  #body(revisionId: string | null): string {
    return this.#tables.commentRevisions.get(revisionId ?? '')?.body ?? ''
  }

  #row(comment: Comment): ThreadRow {
    const { id, parentId, rootId, depth, byStaff, createdAt } = comment
    const place = { id, parentId, rootId, depth }
    if (comment.status !== 'approved') {
      return {
        ...place,
        stub: true,
        name: '',
        byStaff: false,
        body: '',
        edited: false,
        createdAt: 0,
        parentName: '',
      }
    }
    const parent = this.#tables.comments.get(parentId ?? '')
    return {
      ...place,
      stub: false,
      name: comment.name,
      byStaff,
      body: this.#body(comment.approvedRevisionId),
      edited: comment.editedAt !== null,
      createdAt,
      parentName: parent?.status === 'approved' ? parent.name : '',
    }
  }

  #ownRow(comment: Comment): OwnRow {
    const { id, parentId, status, version, createdAt, name, approvedRevisionId, pendingRevisionId } = comment
    const hasPendingEdit = status === 'approved' && pendingRevisionId !== null
    const current =
      pendingRevisionId ?? (status === 'approved' ? approvedRevisionId : comment.latestRevisionId)
    return {
      ...{ id, parentId, status, version, createdAt, name, hasPendingEdit },
      body: this.#body(current),
      shownBody: hasPendingEdit ? this.#body(approvedRevisionId) : null,
    }
  }
}
