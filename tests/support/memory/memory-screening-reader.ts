import type { Comment } from '../../../lib/comments/comment'
import type { Instant } from '../../../lib/kernel/clock'
import {
  type AuthorRecord,
  type DomainRecord,
  type GuestTrace,
  type ScreeningReader,
  type Somebody,
  WRITTEN_MAX,
} from '../../../lib/moderation/screening-reader'
import type { MemoryTables } from './memory-tables'

const AGAINST: ReadonlySet<string> = new Set(['rejected', 'spam'])
const isApproved = ({ status }: Comment): boolean => status === 'approved'
const isAgainst = ({ status }: Comment): boolean => AGAINST.has(status)

export class MemoryScreeningReader implements ScreeningReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async author(
    who: Somebody,
    since: { readonly decided: Instant; readonly written: Instant },
    except: string | null,
  ): Promise<AuthorRecord> {
    const own = this.#by(who).filter(({ id }) => id !== except)
    const newest = [...own].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    const approved = newest.slice(0, 50).filter(isApproved)
    const isRecent = ({ createdAt }: Comment): boolean => createdAt >= since.decided
    const against = own.filter(isAgainst).filter(isRecent).length
    return {
      approved: approved.length,
      turnedAway: own.filter(isAgainst).length,
      decided: approved.filter(isRecent).length + against,
      against,
      written: Math.min(own.filter(({ createdAt }) => createdAt >= since.written).length, WRITTEN_MAX),
    }
  }

  async lastUnder(who: Somebody, articleId: string): Promise<Instant | null> {
    const times = this.#by(who).flatMap((comment) =>
      comment.articleId === articleId ? [comment.createdAt] : [],
    )
    return times.length === 0 ? null : Math.max(...times)
  }

  async guestsFrom(
    addressKeys: readonly string[],
    articleId: string,
    since: Instant,
  ): Promise<readonly GuestTrace[]> {
    return [...this.#tables.comments.values()]
      .filter((comment) => comment.articleId === articleId && comment.guestId !== null)
      .filter(({ addressKey, createdAt }) => addressKeys.includes(addressKey) && createdAt > since)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, 100)
      .map(({ createdAt, nameKey, status, hiddenAncestors }) => ({
        ...{ at: createdAt, nameKey },
        visible: status === 'approved' && hiddenAncestors === 0,
      }))
  }

  async domains(domains: readonly string[], except: string | null): Promise<readonly DomainRecord[]> {
    return domains.flatMap((domain) => {
      const linking = [...this.#tables.domains]
        .flatMap(([id, linked]) =>
          id !== except && linked.includes(domain) ? (this.#tables.comments.get(id) ?? []) : [],
        )
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, 100)
      if (linking.length === 0) return []
      return [
        { domain, approved: linking.filter(isApproved).length, against: linking.filter(isAgainst).length },
      ]
    })
  }

  async staffNames(): Promise<readonly string[]> {
    const staff = [...this.#tables.users.values()].filter(
      ({ role, disabledAt, nameKey }) => role !== 'member' && disabledAt === null && nameKey !== '',
    )
    return [...new Set(staff.map(({ nameKey }) => nameKey))]
  }

  #by(who: Somebody): readonly Comment[] {
    return [...this.#tables.comments.values()].filter((comment) =>
      'guestId' in who ? comment.guestId === who.guestId : comment.userId === who.userId,
    )
  }
}
