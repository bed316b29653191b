import type { WishSubscription } from '../comments/subscription'
import type { Instant } from '../kernel/clock'

/** A wish and what its holder may be told of it. */
export interface WishRecord extends WishSubscription {
  /** The piece, while it is public; never a draft's title. */
  readonly piece: { readonly slug: string; readonly title: string } | null
}

/** Which wishes are meant: one (of that account, when one is named), all of an address, or all that hang on a comment. */
export type WishesMeant =
  | { readonly subscriptionId: string; readonly userId?: string }
  | { readonly emailKey: string }
  | { readonly commentId: string }

/** What people ask to be told by mail. Wishes are stored with their comment; each method is one transaction. */
export interface WishStore {
  /** Confirmed or not, ended ones too. */
  find(subscriptionId: string, now: Instant): Promise<WishRecord | null>
  /** What an account still asks for, newest first, at most 200. */
  activeOf(userId: string, now: Instant): Promise<readonly WishRecord[]>
  /** Confirmed wishes of an address that were not ended. */
  countActive(emailKey: string): Promise<number>
  /** Confirms this wish and the same guest's others with the same address. False when it was confirmed or ended before. */
  confirm(subscriptionId: string, now: Instant): Promise<boolean>
  /** Ends wishes, and drops what waits for them. Returns how many ended by this. */
  end(which: WishesMeant, now: Instant): Promise<number>
  /** Forgets wishes from before that moment which nobody confirmed, and their notices. Returns how many. */
  pruneUnconfirmed(before: Instant): Promise<number>
}
