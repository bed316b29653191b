import { type Subscription, isWish } from '../../../lib/comments/subscription'
import type { Instant } from '../../../lib/kernel/clock'
import type { WishRecord, WishStore, WishesMeant } from '../../../lib/notifications/wish-store'
import { endWishes, publicPieceOf, wishesIn } from './memory-notices'
import type { MemoryTables } from './memory-tables'

/** Stores what came with a comment; a guest who confirmed the same address need not be asked again. */
export const keepSubscriptions = (tables: MemoryTables, subscriptions: readonly Subscription[]): void => {
  for (const one of subscriptions) {
    const isKnown =
      isWish(one) &&
      [...tables.subscriptions.values()].some(
        (o) =>
          o.emailKey === one.emailKey &&
          o.guestId !== null &&
          o.guestId === one.guestId &&
          o.confirmedAt !== null &&
          o.endedAt === null,
      )
    const confirmedAt = one.confirmedAt ?? (isKnown ? one.createdAt : null)
    tables.subscriptions.set(one.id, { ...one, confirmedAt })
  }
}

export class MemoryWishStore implements WishStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(subscriptionId: string, now: Instant): Promise<WishRecord | null> {
    const found = this.#tables.subscriptions.get(subscriptionId)
    return found && isWish(found)
      ? { ...found, piece: publicPieceOf(this.#tables, found.commentId, now) }
      : null
  }

  async activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]> {
    return wishesIn(this.#tables, (wish) => wish.userId === userId && wish.endedAt === null)
      .filter(isWish)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, 200)
      .map((wish) => ({ ...wish, piece: publicPieceOf(this.#tables, wish.commentId, now) }))
  }

  async countActive(emailKey: string): Promise<number> {
    return wishesIn(
      this.#tables,
      (wish) => wish.emailKey === emailKey && wish.confirmedAt !== null && wish.endedAt === null,
    ).length
  }

  async confirm(subscriptionId: string, now: Instant): Promise<boolean> {
    const asked = this.#tables.subscriptions.get(subscriptionId)
    if (asked?.confirmedAt !== null || asked.endedAt !== null || !isWish(asked)) return false
    for (const wish of wishesIn(
      this.#tables,
      ({ confirmedAt, endedAt }) => confirmedAt === null && endedAt === null,
    )) {
      const isSame = wish.id === asked.id || (wish.guestId !== null && wish.guestId === asked.guestId)
      if (isSame && isWish(wish) && wish.emailKey === asked.emailKey)
        this.#tables.subscriptions.set(wish.id, { ...wish, confirmedAt: now })
    }
    return true
  }

  async end(which: WishesMeant, now: Instant): Promise<number> {
    const isMeant = (wish: Subscription): boolean => {
      if ('emailKey' in which) return wish.emailKey === which.emailKey
      if ('commentId' in which) return wish.commentId === which.commentId
      const isTheirs = which.userId === undefined || wish.userId === which.userId
      return wish.id === which.subscriptionId && isTheirs
    }
    return endWishes(this.#tables, isMeant, now)
  }

  async pruneUnconfirmed(before: Instant): Promise<number> {
    const wishes = wishesIn(
      this.#tables,
      ({ confirmedAt, createdAt }) => confirmedAt === null && createdAt < before,
    )
    for (const wish of wishes) {
      this.#tables.subscriptions.delete(wish.id)
      for (const notice of this.#tables.notices.values())
        if (notice.subscriptionId === wish.id) this.#tables.notices.delete(notice.id)
    }
    return wishes.length
  }
}
