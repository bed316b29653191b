import { DAY, MINUTE } from '../kernel/clock'
import type { Log } from '../kernel/log'
import { retryDelay } from '../outbox/outbox-store'
import type { Ports } from '../ports'
import { accountLetter } from './account-letter'

const LEASE_MS = 5 * MINUTE
const PER_ROUND = 20
/** What is older helps nobody any more. */
const TRIED_FOR = 3 * DAY

type Deps = Pick<
  Ports,
  'accountLetterStore' | 'accountStore' | 'settingsStore' | 'mailer' | 'secrets' | 'clock'
> & { readonly log: Log }

/** Sends the letter that is due longest. False when there is none, or the mail server has no time. */
const sendAccountLetter = async (deps: Deps): Promise<boolean> => {
  const { accountLetterStore, accountStore, settingsStore, mailer, secrets, clock, log } = deps
  const due = mailer && (await accountLetterStore.lease(clock.now(), LEASE_MS))
  if (!due) return false
  const { id, userId, what, createdAt, attempts } = due
  const user = await accountStore.findUser(userId)
  if (!user || user.disabledAt !== null) {
    await accountLetterStore.done(id)
    return true
  }
  const { name } = (await settingsStore.read()).settings
  const envelope = { id: secrets.mac('account-letter', id), origin: mailer.origin, name, to: user.email }
  const sent = await mailer.send(accountLetter(envelope, { what, at: createdAt }))
  if (sent.kind === 'later' && createdAt > clock.now() - TRIED_FOR) {
    log.warn({ kind: 'account', attempts }, 'A mail could not be sent and will be tried again')
    await accountLetterStore.postpone(id, clock.now() + retryDelay(attempts))
    return false
  }
  if (sent.kind !== 'sent') log.warn({ kind: 'account' }, 'A mail about an account could not be sent')
  await accountLetterStore.done(id)
  return true
}

/** One round of the worker. */
export const sendAccountLetters = async (deps: Deps, mayGoOn = (): boolean => true): Promise<void> => {
  for (let n = 0; n < PER_ROUND && mayGoOn(); n += 1) if (!(await sendAccountLetter(deps))) return
}
