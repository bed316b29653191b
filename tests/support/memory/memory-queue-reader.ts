import type { Comment } from '../../../lib/comments/comment'
import { AWAITING } from '../../../lib/comments/comment-status'
import type { Decision } from '../../../lib/comments/comment-store'
import type { Instant } from '../../../lib/kernel/clock'
import type { Report } from '../../../lib/comments/report-store'
import type { Cursor } from '../../../lib/kernel/paging'
import {
  QUEUE_TABS,
  type QueueFilter,
  type QueueOrder,
  type QueueQuestion,
  type QueueTab,
} from '../../../lib/moderation/queue-question'
import type {
  CommentAbove,
  CommentNow,
  Flood,
  QueuePage,
  QueueReader,
  QueueRow,
} from '../../../lib/moderation/queue-reader'
import { NEWCOMERS_TOGETHER, NEWCOMER_WEIGHT } from '../../../lib/comments/report-weight'
import { matches } from '../../../lib/text/matches'
import type { TextQuery } from '../../../lib/text/text-query'
import { decisionsOn } from './memory-comment-store'
import { languageOf } from './memory-desk-store'
import { floodOf, isFace, waitingInFlood } from './memory-floods'
import { isPublic } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const inOrder = byTime<Cursor>(
  (place) => place.at,
  (place) => place.id,
)

const placeIn = (order: QueueOrder, { queueOrder, createdAt }: Comment): number =>
  order === 'priority' ? queueOrder : createdAt

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
    const isWeighed = tab === 'reported' && order === 'priority'
    const direction = order === 'newest' || isWeighed ? -1 : 1
    const places = this.#inTab(tab)
      .filter((comment) => tab !== 'waiting' || isFace(this.#tables, comment))
      .filter((comment) => this.#fits(comment, filter))
      .map((comment) => ({ at: isWeighed ? this.#weight(comment) : placeIn(order, comment), id: comment.id }))
      .filter((place) => after === null || direction * inOrder(place, after) > 0)
      .sort((a, b) => direction * inOrder(a, b))
    const shown = places.slice(0, limit)
    return {
      places: shown,
      next: places.length > limit ? (shown.at(-1) ?? null) : null,
    }
  }

  async likelyGood(upTo: number, limit: number): Promise<readonly QueueRow[]> {
    const scoreOf = ({ id }: Comment): number =>
      this.#tables.estimates.get(id)?.spamScore ?? Number.POSITIVE_INFINITY
    return this.#inTab('waiting')
      .filter((comment) => isFace(this.#tables, comment) && scoreOf(comment) <= upTo)
      .sort((a, b) => scoreOf(a) - scoreOf(b) || a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .flatMap(({ id }) => this.#row(id) ?? [])
  }

  async waitingInFlood(floodId: string, until: Instant, limit: number): Promise<readonly string[]> {
    return waitingInFlood(this.#tables, floodId)
      .filter(({ createdAt }) => createdAt < until)
      .slice(0, limit)
      .map(({ id }) => id)
  }

  async foldedBehind(
    commentIds: readonly string[],
    until: Instant,
    limit: number,
  ): Promise<readonly string[]> {
    const cards = [...this.#tables.comments.values()].filter(({ id }) => commentIds.includes(id))
    return cards
      .filter((card) => isFace(this.#tables, card))
      .flatMap((card) =>
        waitingInFlood(this.#tables, floodOf(this.#tables, card) ?? '').filter(({ id }) => id !== card.id),
      )
      .filter(({ createdAt }) => createdAt < until)
      .sort((a, b) => a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id)
  }

  async languages(): Promise<readonly string[]> {
    const languages = [...this.#tables.articleRevisions.values()].map(({ language }) => language)
    return [...new Set(languages)].sort()
  }

  async now(commentIds: readonly string[]): Promise<readonly CommentNow[]> {
    return commentIds.flatMap((commentId) => {
      const comment = this.#tables.comments.get(commentId)
      if (!comment) return []
      const last = decisionsOn(this.#tables, commentId).at(-1)
      const userId = last?.actor.kind === 'user' ? last.actor.userId : null
      const by = last ? { userId, name: this.#actorName(last, comment) } : null
      const { version, pendingRevisionId } = comment
      return [{ commentId, version, waits: pendingRevisionId !== null, by, move: last?.move ?? null }]
    })
  }

  async above(commentId: string, most: number): Promise<readonly CommentAbove[]> {
    const { comments, commentRevisions } = this.#tables
    const found: CommentAbove[] = []
    let next = comments.get(commentId)?.parentId ?? null
    while (next !== null && found.length < most) {
      const comment = comments.get(next)
      if (!comment) break
      const { id, name, byStaff, status, createdAt, approvedRevisionId, latestRevisionId } = comment
      const body = commentRevisions.get(approvedRevisionId ?? latestRevisionId)?.body ?? ''
      found.push({ id, name, byStaff, status, createdAt, body })
      next = comment.parentId
    }
    return found
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

  #flood(comment: Comment): Flood | null {
    const id = floodOf(this.#tables, comment)
    const others = id === null || comment.pendingRevisionId === null ? [] : waitingInFlood(this.#tables, id)
    const networks = new Set(others.map(({ addressKey }) => addressKey)).size
    return id === null || others.length < 2 ? null : { id, waiting: others.length, networks }
  }

  #holds(comment: Comment, words: TextQuery): boolean {
    const { commentRevisions, articles, articleRevisions } = this.#tables
    const ids = [comment.latestRevisionId, comment.approvedRevisionId ?? '']
    const texts = ids.map((id) => commentRevisions.get(id)?.body ?? '')
    const piece = articleRevisions.get(articles.get(comment.articleId)?.draftRevisionId ?? '')
    return comment.status !== 'erased' && matches(words, [comment.name, ...texts], piece?.language ?? '')
  }

  #fits(comment: Comment, filter: QueueFilter): boolean {
    const { articleIds, languages, author, check, from, until, script, links, words } = filter
    const piece = this.#tables.articles.get(comment.articleId)
    const desk = this.#tables.desk.get(comment.id)
    const isBy =
      !author || ('guestId' in author ? comment.guestId === author.guestId : comment.userId === author.userId)
    return (
      isBy &&
      (words === null || this.#holds(comment, words)) &&
      (articleIds === null || articleIds.includes(comment.articleId)) &&
      (languages === null || (!!piece && languages.includes(languageOf(this.#tables, piece)))) &&
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

  /** What its reports weigh together: newcomers never more than five who proved right. */
  #weight(comment: Comment): number {
    const weights = this.#reports(comment).map(({ weight }) => weight)
    const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0)
    const known = weights.filter((weight) => weight > NEWCOMER_WEIGHT)
    const fresh = weights.filter((weight) => weight <= NEWCOMER_WEIGHT)
    return sum(known) + Math.min(sum(fresh), NEWCOMERS_TOGETHER)
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
