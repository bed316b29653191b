import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import type { QueuedEffect } from '../kernel/effect'
import type { Ports } from '../ports'
import type { Comment } from './comment'
import { VISIBLE } from './comment-status'
import type { Subscription, SubscriptionKind } from './subscription'
import { takesMail } from './typed-email'

/** The boxes of the form, as they were ticked. */
export interface TypedWishes {
  readonly tellApproved?: boolean
  readonly tellReplies?: boolean
}

type Deps = Pick<Ports, 'accountStore' | 'limits' | 'mailer' | 'secrets' | 'ids'>

/** Whether an address is needed. Without mail on our side the boxes are not there, and mean nothing. */
export const wantsMail = ({ mailer }: Pick<Deps, 'mailer'>, typed: TypedWishes): boolean =>
  mailer !== null && (typed.tellApproved === true || typed.tellReplies === true)

/**
 * Nobody needs to be told that what is public at once was approved. Whoever leaves an address and ticks nothing gets
 * the secret link to what waits, and no other mail.
 */
const kindsOf = (
  { tellApproved, tellReplies }: TypedWishes,
  { status, email, emailKey }: Comment,
): readonly SubscriptionKind[] => {
  const isPublic = VISIBLE.has(status)
  if (tellApproved || tellReplies) {
    return [
      ...(tellApproved && !isPublic ? (['approved'] as const) : []),
      ...(tellReplies ? (['replies'] as const) : []),
    ]
  }
  return !isPublic && takesMail({ address: email, key: emailKey }) ? ['link'] : []
}

/**
 * With most providers `rita+anything@…` is Rita's mailbox, and with the largest one `r.i.ta@…` as well: neither a new tag
 * nor another dot is a way around a limit. Elsewhere namesakes share one, which costs them a mail at worst.
 */
const mailboxOf = (emailKey: string): string => {
  const at = emailKey.lastIndexOf('@')
  const local = emailKey.slice(0, at).replace(/(?<=.)\+.*/, '')
  return local.replaceAll('.', '') + emailKey.slice(at)
}

/** Nobody is to be flooded with questions by others: beyond the limits none is asked, and the comment is taken. */
const mayAsk = async ({ limits, secrets }: Deps, emailKey: string, client: ClientFacts): Promise<boolean> => {
  const mailbox = secrets.mac('mail-ask', mailboxOf(emailKey))
  const points = [
    ['mail.ask.address', client.addressBlock],
    ['mail.ask', mailbox],
    ['mail.ask.week', mailbox],
  ] as const
  for (const [name, key] of points) if (!(await limits.take(name, key)).ok) return false
  return true
}

/** What is stored with a new comment for the mails its author asked for. */
export interface MailWishes {
  readonly subscriptions: readonly Subscription[]
  /** One mail for all wishes of a guest, the question or the link; none for an account, whose address is known. */
  readonly effects: readonly QueuedEffect[]
}

export const NO_WISHES: MailWishes = { subscriptions: [], effects: [] }

/** What the author of this new comment asks to be told by mail, to be stored with it. */
export const mailWishes = async (
  deps: Deps,
  actor: Actor,
  typed: TypedWishes,
  comment: Comment,
  client: ClientFacts,
): Promise<MailWishes> => {
  if (deps.mailer === null) return NO_WISHES
  const account = actor.kind === 'user' ? await deps.accountStore.findUser(actor.userId) : null
  const { email, emailKey } = account ?? comment
  if (emailKey === '') return NO_WISHES
  const { id: commentId, guestId, userId, createdAt } = comment
  const subscriptions = kindsOf(typed, comment).map((kind): Subscription => {
    const confirmedAt = account ? createdAt : null
    return {
      id: deps.ids.random(),
      kind,
      commentId,
      email,
      emailKey,
      userId,
      guestId,
      createdAt,
      confirmedAt,
      endedAt: null,
    }
  })
  const [first] = subscriptions
  if (!first || account || !(await mayAsk(deps, emailKey, client))) return { subscriptions, effects: [] }
  const effect = { kind: 'subscription.asked', subscriptionId: first.id } as const
  return { subscriptions, effects: [{ key: `subscription.asked:${first.id}`, effect }] }
}
