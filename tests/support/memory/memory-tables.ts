import type { AccountTraces } from '../../../lib/accounts/account-traces'
import type { Guest, Session, User } from '../../../lib/accounts/account-store'
import type { Measure } from '../../../lib/accounts/measure'
import type { Article, ArticleRevision } from '../../../lib/articles/article'
import type { Comment, CommentRevision } from '../../../lib/comments/comment'
import type { DeskFacts } from '../../../lib/comments/desk-facts'
import type { Decision, Opinion } from '../../../lib/comments/comment-store'
import type { Estimate } from '../../../lib/comments/screening'
import type { Subscription } from '../../../lib/comments/subscription'
import type { Clock, Instant } from '../../../lib/kernel/clock'
import type { Effect, QueuedEffect } from '../../../lib/kernel/effect'
import { type Ids, makeIds } from '../../../lib/kernel/ids'
import type { SearchEntry, SearchIndexName } from '../../../lib/search/search-keeper'
import type { DueAccountLetter } from '../../../lib/notifications/account-letter-store'
import type { PersonNote } from '../../../lib/moderation/people-reader'
import type { DeskNote } from '../../../lib/moderation/desk-store'
import type { Media } from '../../../lib/media/media-store'
import type { SiteSettings } from '../../../lib/settings/site-settings'
import type { WordList } from '../../../lib/settings/word-lists'
import { MemoryAudit } from './memory-audit'
import type { MailLogRow } from './memory-mail-log'
import type { NoticeRow } from './memory-notices'
import type { ReportRow } from './memory-report-store'

export interface OutboxRow {
  readonly id: string
  readonly key: string
  readonly effect: Effect
  readonly createdAt: Instant
  availableAt: Instant
  attempts: number
  leasedUntil: Instant | null
  doneAt: Instant | null
  lastError: string | null
}

/** What the fakes share: one "database". Tests may look into it, and plant rows that no use-case would make. */
export class MemoryTables {
  readonly users = new Map<string, User>()
  readonly sessions = new Map<string, Session>()
  readonly guests = new Map<string, Guest>()
  readonly measures = new Map<string, Measure>()
  /** Decision ids, by act. */
  readonly measureDecisions = new Map<string, readonly string[]>()
  readonly personNotes: (Omit<PersonNote, 'authorName'> & { readonly createdBy: string })[] = []
  /** By period. */
  readonly addressSalts = new Map<number, string>()
  readonly articles = new Map<string, Article>()
  readonly articleRevisions = new Map<string, ArticleRevision>()
  /** User ids in order, by article id. */
  readonly bylines = new Map<string, readonly string[]>()
  /** Addresses of tags in order, by article id. */
  readonly articleTags = new Map<string, readonly string[]>()
  /** Name by address. */
  readonly tags = new Map<string, string>()
  readonly series = new Map<string, string>()
  /** Address of its series, by article id. */
  readonly articleSeries = new Map<string, string>()
  /** The piece it was made from, by the id of a translation. */
  readonly originals = new Map<string, string>()
  /** Article id by old address. */
  readonly slugHistory = new Map<string, string>()
  readonly media = new Map<string, Media>()
  readonly comments = new Map<string, Comment>()
  readonly commentRevisions = new Map<string, CommentRevision>()
  /** By revision id. */
  readonly opinions = new Map<string, readonly Opinion[]>()
  /** By comment id. */
  readonly estimates = new Map<string, Estimate>()
  /** Domains its texts link to, by comment id. */
  readonly domains = new Map<string, readonly string[]>()
  /** By comment id. */
  readonly desk = new Map<string, DeskFacts>()
  /** By revision id. */
  readonly bands = new Map<string, NonNullable<DeskFacts['bands']>>()
  readonly decisions = new Map<string, Decision>()
  /** When a moderator picked it, by comment id. */
  readonly featured = new Map<string, Instant>()
  /** Comments that take no answers. */
  readonly repliesClosed = new Set<string>()
  /** Article ids by user id. */
  readonly watched = new Map<string, Set<string>>()
  readonly notes: Omit<DeskNote, 'userName'>[] = []
  /** Reader keys with the moment, by comment id. */
  readonly recommends = new Map<string, Map<string, Instant>>()
  /** By report id. */
  readonly reports = new Map<string, ReportRow>()
  readonly subscriptions = new Map<string, Subscription>()
  readonly notices = new Map<string, NoticeRow>()
  readonly accountLetters = new Map<string, DueAccountLetter & { readonly nextAt: Instant }>()
  readonly mailLog = new Map<string, MailLogRow>()
  /** What is in each, by the id of the piece or comment. */
  readonly searchIndexes: Readonly<Record<SearchIndexName, Map<string, SearchEntry>>> = {
    pieces: new Map(),
    comments: new Map(),
    desk: new Map(),
  }
  /** By effect key. */
  readonly outbox = new Map<string, OutboxRow>()
  readonly audit: MemoryAudit
  installed = false
  words: { readonly lists: readonly WordList[]; readonly version: number } = { lists: [], version: 0 }
  site: { readonly settings: SiteSettings; readonly version: number } | null = null

  readonly #ids: Ids

  constructor(readonly clock: Clock) {
    this.#ids = makeIds(clock)
    this.audit = new MemoryAudit(clock)
  }

  traceAccount({ audit, letter }: AccountTraces): void {
    this.audit.push(audit)
    const now = this.clock.now()
    const id = this.#ids.random()
    if (letter) this.accountLetters.set(id, { id, ...letter, createdAt: now, nextAt: now, attempts: 0 })
  }

  /** Of one person, but the one that is named. */
  endSessions(userId: string, at: Instant, but = ''): void {
    for (const [id, session] of this.sessions) {
      if (session.userId === userId && session.revokedAt === null && id !== but) {
        this.sessions.set(id, { ...session, revokedAt: at })
      }
    }
  }

  /** The same key is queued once. */
  queue(effects: readonly QueuedEffect[]): void {
    const now = this.clock.now()
    for (const { key, effect, at = now } of effects) {
      if (this.outbox.has(key)) continue
      const id = this.#ids.ordered()
      this.outbox.set(key, {
        id,
        key,
        effect,
        createdAt: now,
        availableAt: at,
        attempts: 0,
        leasedUntil: null,
        doneAt: null,
        lastError: null,
      })
    }
  }
}

/** Compares by time, then id: every list's order. */
export const byTime =
  <T>(at: (row: T) => Instant, id: (row: T) => string) =>
  (a: T, b: T): number =>
    at(a) - at(b) || (id(a) < id(b) ? -1 : Number(id(a) > id(b)))

/** Leaves out keys whose value is undefined: they mean "unchanged". */
export const given = <T extends object>(set: T): Partial<T> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Partial<T>
