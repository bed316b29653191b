import type { Measure } from '../accounts/measure'
import type { CommentMode } from '../articles/article'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import type { DeskFacts } from './desk-facts'
import type { Opinion, OpinionLevel } from './comment-store'

/** A text on its way in, with the facts the checks look at. */
export interface Draft {
  /** The comment whose text is being changed; null for a new comment. */
  readonly commentId: string | null
  /** The id a new comment will have. */
  readonly draftId?: string
  /** The piece it stands under; null when that is not public (any more). */
  readonly article: {
    readonly id: string
    readonly commentMode: CommentMode | null
    readonly commentsCloseAt: Instant | null
    readonly publishedAt: Instant
    /** Language tag of its text. */
    readonly language: string
  } | null
  readonly parentId: string | null
  /** A typed name or address proves nothing: only a guest key or an account does. */
  readonly author: Actor
  /** As it stands under the comment; '' for none. */
  readonly name: string
  readonly nameKey: string
  /** As typed, where one was; '' for none. */
  readonly email: string
  /** Canonical text. */
  readonly body: string
  readonly fingerprint: string
  /** What stood in the field that the form hides from people; a form without it says nothing. */
  readonly trapped?: string
  /** Milliseconds between the form's coming into use and its being sent; left out where nobody knows. */
  readonly tookMs?: number
  /** Answer to a proof of work that was asked for; left out in calm times, and where none came. */
  readonly proof?: string
  /** Bans of what it was written with, which may have hit somebody else (lib/accounts/standing.ts). */
  readonly guessed?: readonly Measure[]
  /** Of the network it came from, in every period still known (lib/accounts/address-keys.ts); left out where nobody knows. */
  readonly addressKeys?: readonly string[]
  /** Of an edit: what the checks object to in the text it takes the place of, while that waits. */
  readonly objections?: readonly Opinion[]
  readonly at: Instant
}

/** What the learner thinks of a text: it orders, groups and pre-fills; it never publishes, hides or deletes. */
export interface Estimate {
  /** How likely it is spam: 0 to 1000. */
  readonly spamScore: number
  /** Surely spam, but one of the two in a hundred that people are shown among the others. */
  readonly isProbe: boolean
}

/** What all checks say together. */
export interface Verdict {
  /** The strictest opinion. */
  readonly level: OpinionLevel
  /** One per check, in the order of the house policy. */
  readonly opinions: readonly Opinion[]
  /** What the author may want to know before it is stored, in the order of the house policy. */
  readonly nudges: readonly string[]
  /** Null while the learner knows too little, or is switched off. */
  readonly estimate?: Estimate | null
  /** Domains the text links to, each once. */
  readonly domains?: readonly string[]
  /** What the desk orders and gathers it by; left out where nobody asks. */
  readonly desk?: DeskFacts
}

/** Declared here because writing needs it; lib/moderation/screen.ts is the one implementation, compose.ts passes it in. */
export type Screen = (draft: Draft) => Promise<Verdict>

/** What a use-case needs that takes in a text. */
export interface Screening {
  readonly screen: Screen
}
