import type { Comment } from '../../../lib/comments/comment'
import { AWAITING } from '../../../lib/comments/comment-status'
import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import type { Report } from '../../../lib/comments/report-store'
import type { Cursor } from '../../../lib/kernel/paging'
import {
  QUEUE_TABS,
  type QueueFilter,
  type QueueQuestion,
  type QueueTab,
} from '../../../lib/moderation/queue-question'
import type { Flood, QueuePage, QueueReader, QueueRow } from '../../../lib/moderation/queue-reader'
import { decisionsOn } from './memory-comment-store'
import { isPublic } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const inOrder = byTime<Cursor>(
  (place) => place.at,
  (place) => place.id,
)

export class MemoryQueueReader implements QueueReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(question: QueueQuestion): Promise<QueuePage> {
    const { places, next } = await this.find(question)
    return { rows: places.flatMap(({ id }) => this.#row(id) ?? []), next }
  }

  async find({ tab, order, filter, after, limit }: QueueQuestion): ReturnType<QueueReader['find']> {
    const direction = order === 'newest' ? -1 : 1
    const places = this.#inTab(tab)
      .filter((comment) => tab !== 'waiting' || this.#isFace(comment))
      .filter((comment) => this.#fits(comment, filter))
      .map(({ queueOrder, createdAt, id }) => ({ at: order === 'priority' ? queueOrder : createdAt, id }))
      .filter((place) => after === null || direction * inOrder(place, after) > 0)
      .sort((a, b) => direction * inOrder(a, b))
    const shown = places.slice(0, limit)
    return {
      places: shown,
      next: places.length > limit ? (shown.at(-1) ?? null) : null,
    }
  }

  async waitingInFlood(floodId: string, limit: number): Promise<readonly string[]> {
    return this.#waitingInFlood(floodId)
      .slice(0, limit)
      .map(({ id }) => id)
  }

  async card(commentId: string): Promise<QueueRow | null> {
    return this.#row(commentId)
  }

  async counts(): Promise<Readonly<Record<QueueTab, number>>> {
    const counted = QUEUE_TABS.map((tab) => [tab, this.#inTab(tab).length] as const)
    return Object.fromEntries(counted) as Record<QueueTab, number>
  }

  async waits(since: Instant, limit: number): Promise<readonly number[]> {
    const byPeople = [...this.#tables.decisions.values()].filter(({ actor }) => actor.kind === 'user')
    return byPeople
      .filter(({ from, createdAt }) => AWAITING.has(from) && createdAt >= since)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .flatMap((decision) => {
        const comment = this.#tables.comments.get(decision.commentId)
        const isOwn = decision.actor.kind === 'user' && comment?.userId === decision.actor.userId
        const isFirst = !byPeople.some((e) => e.commentId === decision.commentId && e.id < decision.id)
        return comment && isFirst && !isOwn ? [decision.createdAt - comment.createdAt] : []
      })
  }

  #floodOf({ id }: Comment): string | null {
    return this.#tables.desk.get(id)?.floodId ?? null
  }

  #waitingInFlood(floodId: string): readonly Comment[] {
    return [...this.#tables.comments.values()]
      .filter((comment) => comment.pendingRevisionId !== null && this.#floodOf(comment) === floodId)
      .sort((a, b) => a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))
  }

  #isFace(comment: Comment): boolean {
    const floodId = this.#floodOf(comment)
    return floodId === null || this.#waitingInFlood(floodId)[0]?.id === comment.id
  }

  #flood(comment: Comment): Flood | null {
    const id = this.#floodOf(comment)
    const others = id === null || comment.pendingRevisionId === null ? [] : this.#waitingInFlood(id)
    const networks = new Set(others.map(({ addressKey }) => addressKey)).size
    return id === null || others.length < 2 ? null : { id, waiting: others.length, networks }
  }

  #fits(comment: Comment, { articleIds, author, check, from, until, script, links }: QueueFilter): boolean {
    const desk = this.#tables.desk.get(comment.id)
    const isBy =
      !author || ('guestId' in author ? comment.guestId === author.guestId : comment.userId === author.userId)
    return (
      isBy &&
      (articleIds === null || articleIds.includes(comment.articleId)) &&
      (check === null || desk?.heldBy.includes(check) === true) &&
      (from === null || comment.createdAt >= from) &&
      (until === null || comment.createdAt < until) &&
      (script === null || desk?.script === script) &&
      (links === null || (desk?.links ?? 0) > 0 === links)
    )
  }

  #inTab(tab: QueueTab): readonly Comment[] {
    return [...this.#tables.comments.values()].filter((comment) => {
      if (tab === 'waiting') return comment.pendingRevisionId !== null
      if (tab === 'all') return true
      if (tab !== 'reported') return comment.status === tab
      return (
        comment.status === 'approved' && comment.hiddenAncestors === 0 && this.#reports(comment).length > 0
      )
    })
  }

  #row(commentId: string): QueueRow | null {
    const { comments, commentRevisions, articles, articleRevisions } = this.#tables
    const comment = comments.get(commentId)
    const revision =
      comment &&
      commentRevisions.get(
        comment.pendingRevisionId ?? comment.approvedRevisionId ?? comment.latestRevisionId,
      )
    const article = comment && articles.get(comment.articleId)
    if (!comment || !revision || !article) return null
    const text = articleRevisions.get(article.liveRevisionId ?? article.draftRevisionId)
    const shown = commentRevisions.get(comment.approvedRevisionId ?? '')
    const parent = comments.get(comment.parentId ?? '')
    const parentText = parent && commentRevisions.get(parent.approvedRevisionId ?? parent.latestRevisionId)
    return {
      comment,
      revision,
      picked: this.#tables.featured.has(commentId),
      shown: shown && shown.id !== revision.id ? shown : null,
      opinions: this.#tables.opinions.get(revision.id) ?? [],
      article: {
        id: article.id,
        slug: article.slug,
        title: text?.title ?? '',
        isPublic: isPublic(article, this.#tables.clock.now()),
      },
      parent: parent
        ? { id: parent.id, name: parent.name, userId: parent.userId, body: parentText?.body ?? '' }
        : null,
      decisions: decisionsOn(this.#tables, commentId).map((decision) => ({
        ...decision,
        actorName: this.#actorName(decision, comment),
      })),
      reports: this.#reports(comment),
      queueWhy: this.#tables.desk.get(commentId)?.queueWhy ?? [],
      flood: this.#flood(comment),
      repliesClosed: this.#tables.repliesClosed.has(commentId),
    }
  }

  #reports({ id }: Comment): readonly Report[] {
    return [...this.#tables.reports.values()]
      .filter(({ commentId, resolvedAt }) => commentId === id && resolvedAt === null)
      .sort(
        byTime(
          ({ createdAt }) => createdAt,
          (report) => report.id,
        ),
      )
      .map(({ outcome: _, outcomeBy: __, ...report }) => report)
  }

  #actorName({ actor }: Decision, comment: Comment): string {
    if (actor.kind === 'user') return this.#tables.users.get(actor.userId)?.name ?? ''
    return actor.kind === 'system' ? 'Stet' : comment.name
  }
}
