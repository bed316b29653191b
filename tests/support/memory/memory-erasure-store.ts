import { randomUUID } from 'node:crypto'
import type { Comment } from '../../../lib/comments/comment'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { Instant } from '../../../lib/kernel/clock'
import type { Effect } from '../../../lib/kernel/effect'
import type { ErasureStore, WholePerson } from '../../../lib/moderation/erasure/erasure-store'
import { isPublic } from './memory-public'
import type { MemoryTables } from './memory-tables'

export class MemoryErasureStore implements ErasureStore {
  readonly #tables: MemoryTables
  readonly #open = new Map<string, WholePerson>()

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(mail: string): Promise<WholePerson | null> {
    const { users, comments, subscriptions, mailLog } = this.#tables
    const user = [...users.values()].find(({ emailKey }) => emailKey === mail)
    const all = [...comments.values()]
    const wishes = [...subscriptions.values()].filter(({ emailKey }) => emailKey === mail)
    const keys = [...all.filter(({ emailKey }) => emailKey === mail), ...wishes].flatMap(
      ({ guestId }) => guestId ?? [],
    )
    const shared = (id: string): boolean =>
      all.some(({ guestId, emailKey }) => guestId === id && emailKey !== '' && emailKey !== mail)
    const begun = this.#open.get(mail)
    const guestIds = [...new Set([...keys, ...(begun?.guestIds ?? [])])].filter((id) => !shared(id))
    const person = { userId: user?.id ?? null, guestIds, mails: [mail] }
    const written = all.filter((comment) => isTheirs(person, comment))
    const isMailed = [...mailLog.values()].some(({ emailKey }) => emailKey === mail)
    if (!user && written.length + wishes.length === 0 && !isMailed && !begun) return null
    const names = [
      ...new Set([user?.name ?? '', ...written.map(({ name }) => name), ...(begun?.names ?? [])]),
    ].filter(Boolean)
    return {
      ...person,
      role: user?.role ?? null,
      names,
      comments: Math.max(begun?.comments ?? 0, written.length),
    }
  }

  async open(person: WholePerson): Promise<void> {
    for (const mail of person.mails) this.#open.set(mail, person)
  }

  async commentsOf(person: WholePerson, limit: number): Promise<readonly string[]> {
    const all = [...this.#tables.comments.values()].filter((one) => isTheirs(person, one))
    const order = ({ emailKey, id }: Comment): string => `${emailKey === '' ? 0 : 1}${id}`
    const inOrder = all.sort((a, b) => (order(a) < order(b) ? -1 : 1))
    return inOrder.slice(0, limit).map(({ id }) => id)
  }

  async blank(commentIds: readonly string[]): Promise<void> {
    const { comments, commentRevisions, opinions, domains, subscriptions, notes, reports } = this.#tables
    for (const id of commentIds) {
      const comment = comments.get(id)
      if (comment?.status !== 'erased') continue
      const nobody = { name: '', nameKey: '', email: '', emailKey: '', addressKey: '', byStaff: false }
      comments.set(id, { ...comment, ...nobody, guestId: null, userId: null, submissionKey: `erased:${id}` })
      domains.delete(id)
      for (const [key, revision] of commentRevisions)
        if (revision.commentId === id) {
          commentRevisions.set(key, { ...revision, body: '', fingerprint: '' })
          opinions.delete(key)
        }
      for (const [key, { commentId }] of subscriptions) if (commentId === id) subscriptions.delete(key)
      for (const [key, report] of reports)
        if (report.commentId === id) reports.set(key, { ...report, note: '' })
      for (let at = notes.length - 1; at >= 0; at -= 1) if (notes[at]?.commentId === id) notes.splice(at, 1)
    }
  }

  async forget(
    { userId, guestIds, mails }: WholePerson,
    at: Instant,
    audit: AuditEntry,
  ): Promise<readonly Effect[]> {
    const { users, sessions, subscriptions, mailLog, reports, recommends } = this.#tables
    const keys = new Set([...(userId ? [`user:${userId}`] : []), ...guestIds.map((id) => `guest:${id}`)])
    for (const [id, report] of reports)
      if (keys.has(report.reporterKey)) reports.set(id, { ...report, note: '', reporterKey: `erased:${id}` })
    for (const readers of recommends.values())
      for (const [key, given] of readers)
        if (keys.has(key) && readers.delete(key)) readers.set(`erased:${randomUUID()}`, given)
    const user = users.get(userId ?? '')
    if (user) {
      const nowhere = `erased-${user.id}@erased.invalid`
      users.set(user.id, {
        ...{ ...user, email: nowhere, emailKey: nowhere, name: 'Erased account', nameKey: '' },
        ...{ slug: `erased-${user.id}`, passwordHash: null, disabledAt: user.disabledAt ?? at },
      })
    }
    for (const [id, session] of sessions) if (session.userId === userId) sessions.delete(id)
    for (const rows of [subscriptions, mailLog])
      for (const [id, { emailKey }] of rows) if (mails.includes(emailKey)) rows.delete(id)
    for (const mail of mails) this.#open.delete(mail)
    this.#tables.audit.push(audit)
    return this.#dropBylines(userId ?? '', at)
  }

  #dropBylines(userId: string, at: Instant): readonly Effect[] {
    const { articles, bylines } = this.#tables
    const effects: Effect[] = []
    for (const [articleId, writers] of bylines) {
      if (!writers.includes(userId)) continue
      const left = writers.filter((one) => one !== userId)
      bylines.set(articleId, left)
      const article = articles.get(articleId)
      if (article && isPublic(article, at))
        effects.push({ kind: 'article.changed', articleId, slugs: [article.slug] })
    }
    this.#tables.queue(effects.map((effect) => ({ key: `byline:${randomUUID()}`, effect })))
    return effects
  }

  async overwrite(): Promise<boolean> {
    return true
  }
}

const isTheirs = (
  { userId, guestIds, mails }: Pick<WholePerson, 'userId' | 'guestIds' | 'mails'>,
  comment: Comment,
): boolean =>
  mails.includes(comment.emailKey) ||
  (userId !== null && comment.userId === userId) ||
  (comment.guestId !== null && guestIds.includes(comment.guestId))
