import type { CommentRecord } from '../../../lib/comments/comment'
import { HIDING } from '../../../lib/comments/comment-status'
import type { DeskFacts } from '../../../lib/comments/desk-facts'
import type {
  CommentChange,
  CommentStore,
  Decision,
  NearText,
  NewComment,
  Opinion,
} from '../../../lib/comments/comment-store'
import type { Actor } from '../../../lib/kernel/actor'
import type { Instant } from '../../../lib/kernel/clock'
import { descendants } from './memory-public'
import { keepSubscriptions } from './memory-wish-store'
import { answerReports } from './memory-report-store'
import { type MemoryTables, byTime } from './memory-tables'

export class MemoryCommentStore implements CommentStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async insert(submission: NewComment): ReturnType<CommentStore['insert']> {
    const { comment, revision } = submission
    const record = this.#bySubmissionKey(comment.submissionKey)
    if (record) return { kind: 'repeat', record }
    if (comment.parentId !== null) {
      const parent = this.#tables.comments.get(comment.parentId)
      const isVisible = parent?.status === 'approved' && parent.hiddenAncestors === 0
      if (this.#tables.repliesClosed.has(comment.parentId)) return { kind: 'parent-hidden' }
      if (!isVisible || parent.articleId !== comment.articleId) return { kind: 'parent-hidden' }
    }
    if (submission.guest) this.#tables.guests.set(submission.guest.id, submission.guest)
    this.#tables.comments.set(comment.id, { ...comment, hiddenAncestors: 0 })
    this.#tables.commentRevisions.set(revision.id, revision)
    this.#tables.opinions.set(revision.id, submission.opinions)
    this.#learn(comment.id, submission)
    this.#describe(comment.id, revision.id, submission.desk)
    if (submission.decision) this.#decide(submission.decision)
    keepSubscriptions(this.#tables, submission.subscriptions ?? [])
    this.#tables.queue(submission.effects)
    return { kind: 'stored' }
  }

  async find(commentId: string): Promise<CommentRecord | null> {
    return this.#record(commentId)
  }

  async findBySubmissionKeys(keys: readonly string[]): Promise<readonly CommentRecord[]> {
    return keys.flatMap((key) => this.#bySubmissionKey(key) ?? [])
  }

  async apply({
    commentId,
    expect,
    to,
    revision,
    opinions,
    estimate,
    domains,
    desk,
    decision,
    effects,
  }: CommentChange): Promise<boolean> {
    const comment = this.#tables.comments.get(commentId)
    if (!comment || comment.status !== expect.status || comment.version !== expect.version) return false
    if (comment.hiddenAncestors !== (expect.hiddenAncestors ?? comment.hiddenAncestors)) return false
    if (
      decision?.undoesId &&
      [...this.#tables.decisions.values()].some((d) => d.undoesId === decision.undoesId)
    ) {
      return false
    }
    const { revisions, ...state } = to
    this.#tables.comments.set(commentId, {
      ...comment,
      ...state,
      latestRevisionId: to.latestRevisionId ?? comment.latestRevisionId,
      queueOrder: to.queueOrder ?? comment.queueOrder,
      version: comment.version + 1,
    })
    if (revision) {
      this.#tables.commentRevisions.set(revision.id, revision)
      this.#tables.opinions.set(revision.id, opinions ?? [])
      this.#learn(commentId, { estimate, domains })
      this.#describe(commentId, revision.id, desk)
    }
    for (const [id, state] of Object.entries(revisions)) {
      const known = this.#tables.commentRevisions.get(id)
      if (known?.commentId === commentId) this.#tables.commentRevisions.set(id, { ...known, state })
    }
    const shift = Number(HIDING.has(to.status)) - Number(HIDING.has(expect.status))
    for (const below of shift === 0 ? [] : descendants(this.#tables, commentId)) {
      this.#tables.comments.set(below.id, { ...below, hiddenAncestors: below.hiddenAncestors + shift })
    }
    if (decision) this.#decide(decision)
    if (decision) answerReports(this.#tables, decision, to)
    this.#tables.queue(effects)
    return true
  }

  async applyAll(changes: readonly CommentChange[]): Promise<ReadonlySet<string>> {
    const depthOf = ({ commentId }: CommentChange): number => this.#tables.comments.get(commentId)?.depth ?? 0
    const made = new Set<string>()
    for (const change of [...changes].sort((a, b) => depthOf(b) - depthOf(a))) {
      if (await this.apply(change)) made.add(change.commentId)
    }
    return made
  }

  async findAll(commentIds: readonly string[]): Promise<readonly CommentRecord[]> {
    return commentIds.flatMap((id) => this.#record(id) ?? [])
  }

  async decisionsOnAll(commentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Decision[]>> {
    return new Map(commentIds.map((id) => [id, decisionsOn(this.#tables, id)]))
  }

  async decisionsInBatch(batchId: string): Promise<readonly Decision[]> {
    return [...this.#tables.decisions.values()]
      .filter((decision) => decision.batchId === batchId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
  }

  async nearTexts(
    bands: NonNullable<DeskFacts['bands']>,
    since: Instant,
    isWanted: (body: string) => boolean = () => true,
  ): Promise<readonly NearText[]> {
    return [...this.#tables.commentRevisions.values()]
      .filter(({ id, createdAt }) => {
        const others = this.#tables.bands.get(id)
        return createdAt >= since && bands.some((band, n) => others?.[n] === band)
      })
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, 24)
      .filter(({ body }) => isWanted(body))
      .flatMap(({ commentId, body }) => {
        const comment = this.#tables.comments.get(commentId)
        const floodId = this.#tables.desk.get(commentId)?.floodId ?? null
        return comment ? [{ commentId, floodId, status: comment.status, body }] : []
      })
  }

  async opinionsOn(revisionId: string): Promise<readonly Opinion[]> {
    return this.#tables.opinions.get(revisionId) ?? []
  }

  async findDecision(decisionId: string): Promise<Decision | null> {
    return this.#tables.decisions.get(decisionId) ?? null
  }

  async decisionsOn(commentId: string): Promise<readonly Decision[]> {
    return decisionsOn(this.#tables, commentId)
  }

  async sameText(fingerprint: string, since: Instant): Promise<readonly CommentRecord[]> {
    const matches = [...this.#tables.commentRevisions.values()].filter(
      (revision) => revision.fingerprint === fingerprint && revision.createdAt >= since,
    )
    const newestFirst = byTime<(typeof matches)[number]>(
      (revision) => revision.createdAt,
      (revision) => revision.id,
    )
    const commentIds = matches.sort((a, b) => newestFirst(b, a)).map((revision) => revision.commentId)
    return [...new Set(commentIds)].slice(0, 20).flatMap((id) => this.#record(id) ?? [])
  }

  #learn(commentId: string, { estimate, domains = [] }: Pick<NewComment, 'estimate' | 'domains'>): void {
    if (estimate) this.#tables.estimates.set(commentId, estimate)
    const known = this.#tables.domains.get(commentId) ?? []
    this.#tables.domains.set(commentId, [...new Set([...known, ...domains])])
  }

  #describe(commentId: string, revisionId: string, desk: DeskFacts | undefined): void {
    if (!desk) return
    this.#tables.desk.set(commentId, desk)
    if (desk.bands) this.#tables.bands.set(revisionId, desk.bands)
    const first = this.#tables.desk.get(desk.floodId ?? '')
    if (first && desk.floodId) this.#tables.desk.set(desk.floodId, { ...first, floodId: desk.floodId })
  }

  #decide(decision: Decision): void {
    this.#tables.decisions.set(decision.id, { ...decision, actor: remembered(decision.actor) })
  }

  #bySubmissionKey(key: string): CommentRecord | null {
    const found = [...this.#tables.comments.values()].find((comment) => comment.submissionKey === key)
    return found ? this.#record(found.id) : null
  }

  #record(commentId: string): CommentRecord | null {
    const comment = this.#tables.comments.get(commentId)
    if (!comment) return null
    const ids = new Set([comment.latestRevisionId, comment.pendingRevisionId, comment.approvedRevisionId])
    const revisions = [...this.#tables.commentRevisions.values()].filter(({ id }) => ids.has(id))
    return { comment, revisions: revisions.sort((a, b) => a.number - b.number) }
  }
}

/** The log keeps who decided, not on which device. */
const remembered = (actor: Actor): Actor => (actor.kind === 'user' ? { ...actor, sessionId: '' } : actor)

/** Oldest first. */
export const decisionsOn = (tables: MemoryTables, commentId: string): readonly Decision[] =>
  [...tables.decisions.values()]
    .filter((decision) => decision.commentId === commentId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
