import { type Instant, MINUTE, SECOND } from '../../kernel/clock'

/** How long a card stays in a moderator's hand without a sign of them. */
const LEASE = MINUTE
/** With those left behind: what is told of one window has to fit into one message between instances. */
const HELD_MOST = 75
/** How long a card that was left behind stays theirs: what they decided about it has reached every desk by then. */
const SETTLING = 5 * SECOND
/** An instance says who is at its desk every few seconds; one that is silent this long is gone. */
const SILENT_AFTER = 15 * SECOND

/** Somebody at the desk. */
export interface Moderator {
  readonly userId: string
  readonly name: string
}

/** A card that somebody has in hand. */
export interface ClaimedCard {
  readonly commentId: string
  /** When it was taken up: of two instances that gave it away at once, the earlier keeps it. */
  readonly at: Instant
  readonly until: Instant
}

/** Somebody at the desk, in one window. */
export interface AtDesk extends Moderator {
  /** Of the window: known to it and to the instances alone. */
  readonly stream: string
  readonly cards: readonly ClaimedCard[]
}

/** Nothing else that may be known of somebody goes over any wire. */
const named = ({ userId, name }: Moderator): Moderator => ({ userId, name })

interface Entry {
  readonly who: Moderator
  readonly stream: string
  /** A stream is open here; without one somebody is here as long as they hold a card. */
  isOpen: boolean
  cards: readonly ClaimedCard[]
  /** Of another instance: when it was heard last. */
  heardAt: Instant | null
}

/**
 * Who has which card in hand. A claim is soft: it keeps nobody from deciding, it only says where somebody is at work,
 * so that others take the next card. It ends with its lease.
 */
export class ClaimBook {
  readonly #entries = new Map<string, Entry>()

  enter(stream: string, who: Moderator): void {
    const known = this.#entries.get(stream)
    if (known) known.isOpen = true
    else this.#entries.set(stream, { who: named(who), stream, isOpen: true, cards: [], heardAt: null })
  }

  /** The window closed. What it held goes back with its lease: somebody may only be reading the piece. */
  leave(stream: string): void {
    const entry = this.#entries.get(stream)
    if (entry) entry.isOpen = false
  }

  /**
   * This window holds these cards from now on, but for those that others hold. What it held before is let go of soon,
   * and at once where it holds nothing any more. False for the window of somebody else.
   */
  hold(stream: string, who: Moderator, commentIds: readonly string[], now: Instant): boolean {
    this.age(now)
    const entry: Entry = this.#entries.get(stream) ?? {
      who: named(who),
      stream,
      isOpen: false,
      cards: [],
      heardAt: null,
    }
    if (entry.who.userId !== who.userId) return false
    const before = new Map(entry.cards.map((card) => [card.commentId, card.at]))
    const held = commentIds
      .filter((id) => (this.holder(id)?.userId ?? who.userId) === who.userId)
      .map((commentId) => ({ commentId, at: before.get(commentId) ?? now, until: now + LEASE }))
    const left = entry.cards
      .filter(({ commentId }) => !commentIds.includes(commentId))
      .map((card) => ({ ...card, until: Math.min(card.until, now + SETTLING) }))
    entry.cards = commentIds.length === 0 ? [] : [...held, ...left].slice(0, HELD_MOST)
    this.#entries.set(stream, entry)
    return true
  }

  /** Who has it in hand; null for nobody. */
  holder(commentId: string): Moderator | null {
    let first: { readonly who: Moderator; readonly at: Instant; readonly stream: string } | null = null
    for (const { who, stream, cards } of this.#entries.values()) {
      const at = cards.find((card) => card.commentId === commentId)?.at
      if (at === undefined) continue
      if (!first || at < first.at || (at === first.at && stream < first.stream)) first = { who, at, stream }
    }
    return first?.who ?? null
  }

  /** What another instance says of its desk. */
  hear(from: string, people: readonly AtDesk[], left: readonly string[], now: Instant): void {
    for (const stream of left) this.#entries.delete(`${from}/${stream}`)
    for (const { userId, name, stream, cards } of people) {
      const entry = { who: { userId, name }, stream, isOpen: true, cards, heardAt: now }
      this.#entries.set(`${from}/${stream}`, entry)
    }
  }

  /** Ends what has run out. */
  age(now: Instant): void {
    for (const [key, entry] of this.#entries) {
      if (entry.cards.some(({ until }) => until <= now))
        entry.cards = entry.cards.filter(({ until }) => until > now)
      const silent = entry.heardAt !== null && entry.heardAt <= now - SILENT_AFTER
      if (silent || (!entry.isOpen && entry.cards.length === 0)) this.#entries.delete(key)
    }
  }

  /** Those of this instance, window by window. */
  get here(): readonly AtDesk[] {
    return [...this.#entries.values()].flatMap(({ who, stream, cards, heardAt }) =>
      heardAt === null ? [{ ...who, stream, cards }] : [],
    )
  }

  /** Everybody once, by name, with the cards that are theirs. */
  get people(): readonly (Moderator & { readonly cards: readonly string[] })[] {
    const people = new Map<string, Moderator & { cards: string[] }>()
    for (const { who, cards } of this.#entries.values()) {
      const person = people.get(who.userId) ?? { ...who, cards: [] }
      people.set(who.userId, person)
      for (const { commentId } of cards) {
        const isTheirs = this.holder(commentId)?.userId === who.userId
        if (isTheirs && !person.cards.includes(commentId)) person.cards.push(commentId)
      }
    }
    return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
