import type { Comment } from '../../../lib/comments/comment'
import type { ReporterRecord } from '../../../lib/comments/report-weight'
import type { Instant } from '../../../lib/kernel/clock'
import type { Cursor } from '../../../lib/kernel/paging'
import type {
  HistoryRow,
  Means,
  PeopleReader,
  PeopleSearch,
  PersonNote,
  PersonRow,
} from '../../../lib/moderation/people-reader'
import { type PersonKey, personKeyOf } from '../../../lib/accounts/person-key'
import type { AuthorRecord } from '../../../lib/moderation/trust'
import { MemoryQueueReader } from './memory-queue-reader'
import { MemoryReportStore } from './memory-report-store'
import { type MemoryTables, byTime } from './memory-tables'

const newestFirst = (a: Comment, b: Comment): number =>
  byTime<Comment>(
    (comment) => comment.createdAt,
    (comment) => comment.id,
  )(b, a)

const idOf = (key: PersonKey): string => key.slice(key.indexOf(':') + 1)

/** Sorts before `after` in a list that goes down by (at, id). */
const isBehind = (at: Instant, id: string, after: Cursor | null): boolean =>
  after === null || at < after.at || (at === after.at && id < after.id)

export class MemoryPeopleReader implements PeopleReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(key: PersonKey): Promise<PersonRow | null> {
    return this.#everybody().find((person) => person.key === key) ?? null
  }

  async list(search: PeopleSearch, after: Cursor | null, limit: number): Promise<readonly PersonRow[]> {
    return this.#everybody()
      .filter(({ key }) => this.#isFound(key, search))
      .filter(({ key, since }) => isBehind(since, idOf(key), after))
      .sort((a, b) => b.since - a.since || (idOf(a.key) < idOf(b.key) ? 1 : -1))
      .slice(0, limit + 1)
  }

  async recordOf(key: PersonKey): Promise<AuthorRecord> {
    return this.#record(key)
  }

  async reportsOf(key: PersonKey): Promise<ReporterRecord> {
    return new MemoryReportStore(this.#tables).recordOf(key)
  }

  async history(key: PersonKey, after: Cursor | null, limit: number): Promise<readonly HistoryRow[]> {
    const queue = new MemoryQueueReader(this.#tables)
    const comments = this.#by(key)
      .filter(({ createdAt, id }) => isBehind(createdAt, id, after))
      .slice(0, limit + 1)
    const cards = await Promise.all(comments.map(({ id }) => queue.card(id)))
    return cards.flatMap((card) =>
      card
        ? [
            {
              comment: card.comment,
              body: card.revision.body,
              article: card.article,
              decision: card.decisions.at(-1) ?? null,
            },
          ]
        : [],
    )
  }

  async namesOf(key: PersonKey): Promise<readonly string[]> {
    return [...new Set(this.#by(key).map(({ name }) => name))].filter((name) => name !== '').slice(0, 10)
  }

  async meansOf(key: PersonKey): Promise<Means> {
    const own = this.#tables.users.get(idOf(key))?.emailKey
    const comments = this.#by(key)
    const mails = [...(own === undefined ? [] : [own]), ...comments.map(({ emailKey }) => emailKey)]
    const addresses = new Map<string, Instant>()
    for (const { addressKey, createdAt } of comments)
      if (addressKey !== '' && !addresses.has(addressKey)) addresses.set(addressKey, createdAt)
    return {
      emailKeys: [...new Set(mails.filter((mail) => mail !== ''))].slice(0, 5),
      addresses: [...addresses].slice(0, 5).map(([address, at]) => ({ key: address, at })),
    }
  }

  async sharing(key: PersonKey, means: Means): ReturnType<PeopleReader['sharing']> {
    const with_ = (shares: (comment: Comment) => boolean): readonly PersonRow[] => {
      const keys = new Set([...this.#tables.comments.values()].filter(shares).map(personKeyOf))
      return this.#everybody()
        .filter((person) => person.key !== key && keys.has(person.key))
        .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0) || (a.key < b.key ? -1 : 1))
        .slice(0, 20)
    }
    return {
      byMail: with_(({ emailKey }) => means.emailKeys.includes(emailKey)),
      byAddress: with_(({ addressKey }) => means.addresses.some((address) => address.key === addressKey)),
    }
  }

  async waitingOf(key: PersonKey, limit: number): Promise<readonly Comment[]> {
    return this.#by(key)
      .filter(({ pendingRevisionId }) => pendingRevisionId !== null)
      .reverse()
      .slice(0, limit)
  }

  async notesOn(key: PersonKey): Promise<readonly PersonNote[]> {
    return this.#tables.personNotes
      .filter(({ personKey }) => personKey === key)
      .map(({ createdBy, ...note }) => ({
        ...note,
        authorName: this.#tables.users.get(createdBy)?.name ?? '',
      }))
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, 100)
  }

  async writeNote(note: Parameters<PeopleReader['writeNote']>[0]): Promise<void> {
    this.#tables.personNotes.push(note)
  }

  #by(key: PersonKey): readonly Comment[] {
    return [...this.#tables.comments.values()].filter((c) => personKeyOf(c) === key).sort(newestFirst)
  }

  #record(key: PersonKey): AuthorRecord {
    const comments = this.#by(key)
    const count = (status: Comment['status']): number =>
      comments.filter((comment) => comment.status === status).length
    return {
      approved: count('approved'),
      rejected: count('rejected'),
      spam: count('spam'),
      waiting: comments.filter(({ pendingRevisionId }) => pendingRevisionId !== null).length,
    }
  }

  #everybody(): readonly PersonRow[] {
    const people = [
      ...[...this.#tables.users.values()].map(({ id, name, role, createdAt }) => {
        return { key: `user:${id}` as const, name, role, since: createdAt }
      }),
      ...[...this.#tables.guests.values()].map(({ id, createdAt }) => {
        const key = `guest:${id}` as const
        return { key, name: this.#by(key)[0]?.name ?? '', role: null, since: createdAt }
      }),
    ]
    return people.map((person) => ({
      ...person,
      lastAt: this.#by(person.key)[0]?.createdAt ?? null,
      record: this.#record(person.key),
    }))
  }

  #isFound(key: PersonKey, search: PeopleSearch): boolean {
    if (search === null) return true
    const account = this.#tables.users.get(idOf(key))
    const comments = account ? [] : this.#by(key)
    const known = account ? [account] : comments
    return 'emailKey' in search
      ? known.some(({ emailKey }) => emailKey === search.emailKey)
      : known.some(({ nameKey }) => nameKey.startsWith(search.nameKey))
  }
}
