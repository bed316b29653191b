import type { User } from '../accounts/account-store'
import { JUDGEMENTS, type Judgement, judge } from '../comments/judge'
import { HOUR, MINUTE, SECOND } from '../kernel/clock'
import type { Log } from '../kernel/log'
import type { QueueRow } from '../moderation/queue-reader'
import type { Ports } from '../ports'
import { type WaitingLetterItem, deskLetter } from './desk-letter'
import { BETWEEN_MAILS, type DueModerator, type MailDecision } from './desk-mail-store'
import { isSuspended, moderatorOf } from './moderator-of'

/** How long a link of such a mail can be used. */
export const DECIDE_WITHIN = 72 * HOUR
/** Comments one mail holds, those that stand first in the queue; of the others it says how many wait at the desk. */
const PER_MAIL = 20
const LEASE_MS = 5 * MINUTE
/** Younger ones are left for the next mail: another of the same moment may still be on its way into the store. */
const SETTLED_MS = 5 * SECOND
/** Where nothing waits, what comes next is told this soon; only a mail that went out starts the hour or the day. */
const LOOK_AGAIN_MS = MINUTE

type Deps = Pick<
  Ports,
  | 'deskMailStore'
  | 'queueReader'
  | 'accountStore'
  | 'measureStore'
  | 'settingsStore'
  | 'mailer'
  | 'secrets'
  | 'clock'
  | 'ids'
> & { readonly log: Log }

const MOVES: readonly Judgement[] = ['approve', 'reject', 'spam']

const linksFor = (deps: Deps, user: User, { comment, revision, shown }: QueueRow) => {
  const record = { comment, revisions: shown ? [shown, revision] : [revision] }
  const now = deps.clock.now()
  return JUDGEMENTS.filter((move) => MOVES.includes(move))
    .filter((move) => judge(record, { revisionId: revision.id, move, at: now }).ok)
    .map((move) => {
      const secret = deps.secrets.fresh()
      const link: MailDecision = {
        ...{ id: deps.ids.random(), hash: deps.secrets.hash(secret), userId: user.id, move },
        ...{ commentId: comment.id, revisionId: revision.id, version: comment.version },
        ...{ createdAt: now, expiresAt: now + DECIDE_WITHIN, usedAt: null },
      }
      return { move, link, path: `/by-mail?key=${secret}` }
    })
}

/** What arrived since the last mail and still waits; what they wrote themselves is not theirs to judge by mail. */
const whatWaits = async ({ deskMailStore, queueReader, clock }: Deps, due: DueModerator) => {
  const until = Math.max(due.toldUntil, clock.now() - SETTLED_MS)
  const ids = await deskMailStore.arrived({ since: due.toldUntil, until }, PER_MAIL)
  const cards = await Promise.all(ids.map((id) => queueReader.card(id)))
  const rows = cards.flatMap((card) => (card && card.comment.userId !== due.userId ? [card] : []))
  const { waiting } = await queueReader.counts()
  return { rows, waiting, until }
}

/**
 * Sends the next moderator who is due what waits. Role and account are looked at now: nobody else ever gets the text of a
 * comment that waits. False when nobody is due, or the mail server has no time.
 */
const sendDeskMail = async (deps: Deps): Promise<boolean> => {
  const { deskMailStore, accountStore, mailer, clock, secrets, settingsStore, log } = deps
  if (!mailer) return false
  const now = clock.now()
  const due = await deskMailStore.lease(now, LEASE_MS)
  if (!due) return false
  const user = await accountStore.findUser(due.userId)
  if (!user || !(await moderatorOf(deps, user))) {
    if (await isSuspended(deps, user))
      await deskMailStore.told(due.userId, due.toldUntil, now + LOOK_AGAIN_MS)
    else await deskMailStore.wish(due.userId, null, now)
    return true
  }
  const { rows, waiting, until } = await whatWaits(deps, due)
  if (rows.length === 0) {
    await deskMailStore.told(user.id, until, now + LOOK_AGAIN_MS)
    return true
  }
  const prepared = rows.map((row) => ({ row, links: linksFor(deps, user, row) }))
  // Before the mail goes: a link that nobody knows yet is better than one that does not work.
  await deskMailStore.keep(prepared.flatMap(({ links }) => links.map(({ link }) => link)))
  const items = prepared.map(({ row, links }): WaitingLetterItem => ({
    name: row.comment.name,
    body: row.revision.body,
    title: row.article.title,
    reasons: row.opinions
      .filter(({ level }) => level === 'hold' || level === 'spam')
      .map(({ reason }) => reason),
    links: links.map(({ move, path }) => ({ move, href: mailer.origin + path })),
  }))
  const { name } = (await settingsStore.read()).settings
  const id = secrets.mac('desk-mail', user.id, ...prepared.map(({ row }) => row.revision.id))
  const more = Math.max(0, waiting - items.length)
  const sent = await mailer.send(
    deskLetter({ id, origin: mailer.origin, name, to: user.email }, { items, more }),
  )
  if (sent.kind === 'later') {
    log.warn({ kind: 'desk' }, 'A mail could not be sent and will be tried again')
    return false
  }
  if (sent.kind === 'refused') {
    log.warn({ kind: 'desk' }, 'A moderator’s address refuses mail: they are no longer written to')
    await deskMailStore.wish(user.id, null, now)
    return true
  }
  await deskMailStore.told(user.id, until, now + BETWEEN_MAILS[due.rhythm])
  return true
}

/** One round of the worker. */
export const sendDeskMails = async (deps: Deps, mayGoOn = (): boolean => true): Promise<void> => {
  for (let n = 0; n < 20 && mayGoOn(); n += 1) if (!(await sendDeskMail(deps))) return
}
