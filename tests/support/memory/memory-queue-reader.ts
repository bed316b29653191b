import type { Comment } from '../../../lib/comments/comment'
import { AWAITING } from '../../../lib/comments/comment-status'
import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import type { Report } from '../../../lib/comments/report-store'
import type { Cursor } from '../../../lib/kernel/paging'
import {
  QUEUE_TABS,
  type QueueReader,
  type QueueRow,
  type QueueTab,
} from '../../../lib/moderation/queue-reader'
import { decisionsOn } from './memory-comment-store'
import { isPublic } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const order = byTime<Cursor>(
  (place) => place.at,
  (place) => place.id,
)

export class MemoryQueueReader implements QueueReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(tab: QueueTab, after: Cursor | null, limit: number): Promise<readonly QueueRow[]> {
    const direction = tab === 'waiting' ? 1 : -1
    return this.#inTab(tab)
      .map((comment) => ({ at: tab === 'waiting' ? comment.queueOrder : comment.createdAt, id: comment.id }))
      .filter((place) => after === null || direction * order(place, after) > 0)
      .sort((a, b) => direction * order(a, b))
      .slice(0, limit + 1)
      .flatMap(({ id }) => this.#row(id) ?? [])
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

  #inTab(tab: QueueTab): readonly Comment[] {
    return [...this.#tables.comments.values()].filter((comment) => {
      if (tab === 'waiting') return comment.pendingRevisionId !== null
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
      parent: parent ? { id: parent.id, name: parent.name, body: parentText?.body ?? '' } : null,
      decisions: decisionsOn(this.#tables, commentId).map((decision) => ({
        ...decision,
        actorName: this.#actorName(decision, comment),
      })),
      reports: this.#reports(comment),
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
