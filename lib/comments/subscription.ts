import type { Instant } from '../kernel/clock'

/** What a commenter can ask to be told by mail: their comment was approved; somebody replied to it. */
export const WISHES = ['approved', 'replies'] as const
export type Wish = (typeof WISHES)[number]

/** `link`: no news are wanted, only the one mail with the secret link to the comment. It is never confirmed. */
export const SUBSCRIPTION_KINDS = [...WISHES, 'link'] as const
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number]

/** A wish to be told by mail, stored with the comment it was asked with. */
export interface Subscription {
  readonly id: string
  readonly kind: SubscriptionKind
  readonly commentId: string
  readonly email: string
  readonly emailKey: string
  /** Exactly one of the two is set, as with the comment. */
  readonly userId: string | null
  readonly guestId: string | null
  readonly createdAt: Instant
  /** Null until the holder of the address has confirmed it; an account's address is taken as confirmed. */
  readonly confirmedAt: Instant | null
  readonly endedAt: Instant | null
}

export type WishSubscription = Subscription & { readonly kind: Wish }

/** Whether somebody asked for it; a `link` is sent to everybody who leaves an address. */
export const isWish = (subscription: Subscription): subscription is WishSubscription =>
  subscription.kind !== 'link'
