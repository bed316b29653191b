import { type Comment, PAGE_LEVELS } from '../../../lib/comments/comment'
import { STUB } from '../../../lib/comments/comment-status'
import type { ThreadSort } from '../../../lib/comments/comment-view'
import type { ReplyRows, ThreadReader, ThreadRow } from '../../../lib/comments/thread-reader'
import type { Instant } from '../../../lib/kernel/clock'
import type { ThreadCursor } from '../../../lib/kernel/paging'
import { MemoryOwnReader } from './memory-own-reader'
import { countVisible, isStub, isVisible } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const inTime = byTime<Pick<Comment, 'createdAt' | 'id'>>(
  (row) => row.createdAt,
  (row) => row.id,
)

type Place = Pick<Comment, 'createdAt' | 'id'> & { readonly size: number }

const ORDERS: Readonly<Record<ThreadSort, (a: Place, b: Place) => number>> = {
  newest: (a, b) => inTime(b, a),
  oldest: inTime,
  discussed: (a, b) => b.size - a.size || inTime(b, a),
}

export class MemoryThreadReader implements ThreadReader {
  readonly #tables: MemoryTables
  readonly #own: MemoryOwnReader

  ownIds(...asked: Parameters<ThreadReader['ownIds']>): ReturnType<ThreadReader['ownIds']> {
    return this.#own.ownIds(...asked)
  }

  constructor(tables: MemoryTables) {
    this.#tables = tables
    this.#own = new MemoryOwnReader(tables)
  }

  async roots(
    articleId: string,
    now: Instant,
    { sort, after, limit }: Parameters<ThreadReader['roots']>[2],
  ): Promise<readonly ThreadRow[]> {
    const roots = this.#all().filter(
      (comment) => comment.articleId === articleId && comment.depth === 0 && this.#isShown(comment, now),
    )
    const from = after && this.#placeOf(after, roots)
    if (after && !from) return []
    const order = ORDERS[sort]
    return roots
      .map((comment) => ({ ...comment, size: this.#size(comment, now), comment }))
      .filter((place) => !from || order(place, from) > 0)
      .sort(order)
      .slice(0, limit + 1)
      .map(({ comment }) => this.#row(comment, now))
  }

  async replies(
    parents: readonly Pick<ThreadRow, 'id' | 'depth'>[],
    now: Instant,
    { limit, after = null }: Parameters<ThreadReader['replies']>[2],
  ): Promise<readonly ReplyRows[]> {
    return parents.map(({ id, depth }) => {
      const all = this.#all()
        .filter((comment) => (depth === PAGE_LEVELS - 1 ? comment.laneId : comment.parentId) === id)
        .filter((comment) => this.#isShown(comment, now))
        .sort(inTime)
      const from = after && this.#placeOf(after, all)
      const rows = after && !from ? [] : all.filter((comment) => !from || inTime(comment, from) > 0)
      return {
        parentId: id,
        rows: rows.slice(0, limit).map((comment) => this.#row(comment, now)),
        more: rows.length > limit,
      }
    })
  }

  async ancestors(
    { parentId }: Pick<ThreadRow, 'parentId'>,
    now: Instant,
    limit: number,
  ): Promise<readonly ThreadRow[]> {
    const found: ThreadRow[] = []
    let above = this.#tables.comments.get(parentId ?? '')
    for (let step = 0; above && step <= limit; step += 1) {
      if (this.#isShown(above, now)) found.unshift(this.#row(above, now))
      above = this.#tables.comments.get(above.parentId ?? '')
    }
    return found
  }

  async featured(articleId: string, now: Instant, limit: number): Promise<readonly ThreadRow[]> {
    const pickedAt = ({ id }: Comment) => this.#tables.featured.get(id) ?? 0
    return this.#all()
      .filter((comment) => comment.articleId === articleId && this.#tables.featured.has(comment.id))
      .filter((comment) => isVisible(this.#tables, comment, now))
      .sort((a, b) => pickedAt(b) - pickedAt(a) || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .map((comment) => this.#row(comment, now))
  }

  async count(articleId: string, now: Instant): Promise<number> {
    return countVisible(this.#tables, articleId, now)
  }

  async visible(commentId: string, now: Instant): ReturnType<ThreadReader['visible']> {
    const comment = this.#tables.comments.get(commentId)
    if (!comment || !isVisible(this.#tables, comment, now)) return null
    const slug = this.#tables.articles.get(comment.articleId)?.slug ?? ''
    return { ...this.#row(comment, now), articleId: comment.articleId, slug }
  }

  async shown(articleId: string, commentId: string, now: Instant): Promise<ThreadRow | null> {
    const comment = this.#tables.comments.get(commentId)
    return comment?.articleId === articleId && this.#isShown(comment, now) ? this.#row(comment, now) : null
  }

  own(...asked: Parameters<ThreadReader['own']>): ReturnType<ThreadReader['own']> {
    return this.#own.own(...asked)
  }

  ownById(...asked: Parameters<ThreadReader['ownById']>): ReturnType<ThreadReader['ownById']> {
    return this.#own.ownById(...asked)
  }

  #all(): readonly Comment[] {
    return [...this.#tables.comments.values()]
  }

  #isShown(comment: Comment, now: Instant): boolean {
    return isVisible(this.#tables, comment, now) || isStub(this.#tables, comment, now)
  }

  /** A stub tells no time, so that a cursor on one says 0: its place is looked up, if it stands in this list. */
  #placeOf({ at, id, size }: ThreadCursor, list: readonly Comment[]): Place | null {
    if (at !== 0) return { createdAt: at, id, size: size ?? 0 }
    const stub = list.find((comment) => comment.id === id && STUB.has(comment.status))
    return stub ? { createdAt: stub.createdAt, id, size: size ?? 0 } : null
  }

  #size(root: Comment, now: Instant): number {
    const below = ({ rootId, depth }: Comment) => depth > 0 && rootId === root.id
    return this.#all().filter((comment) => below(comment) && isVisible(this.#tables, comment, now)).length
  }

  #replies({ id }: Comment, now: Instant): number {
    return this.#all().filter((comment) => comment.parentId === id && this.#isShown(comment, now)).length
  }

  #row(comment: Comment, now: Instant): ThreadRow {
    const { id, parentId, rootId, depth } = comment
    const place = {
      id,
      parentId,
      rootId,
      depth,
      branchSize: this.#size(comment, now),
      shownReplies: this.#replies(comment, now),
    }
    if (STUB.has(comment.status)) return { ...place, ...STUB_ROW }
    const parent = this.#tables.comments.get(parentId ?? '')
    const byline = this.#tables.bylines.get(comment.articleId) ?? []
    return {
      ...place,
      stub: false,
      name: comment.name,
      byStaff: comment.byStaff,
      byAuthor: byline.includes(comment.userId ?? ''),
      body: this.#tables.commentRevisions.get(comment.approvedRevisionId ?? '')?.body ?? '',
      edited: comment.editedAt !== null,
      featured: this.#tables.featured.has(id),
      takesReplies: !this.#tables.repliesClosed.has(id),
      recommends: this.#tables.recommends.get(id)?.size ?? 0,
      createdAt: comment.createdAt,
      parentName: parent && !STUB.has(parent.status) ? parent.name : '',
    }
  }
}

const STUB_ROW = {
  ...{ stub: true, name: '', byStaff: false, byAuthor: false, body: '', edited: false, featured: false },
  ...{ takesReplies: false, recommends: 0, createdAt: 0, parentName: '' },
}
