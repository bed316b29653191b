import { DAY } from '../kernel/clock'
import type { Ports } from '../ports'
import type { MailDeps } from './deliver'
import { CONFIRM_WITHIN } from './mail-links'
import { sendNews } from './send-news'
import { sendQuestion } from './send-questions'

/** Mails of one round: it must end before somebody who stops the server loses patience. */
const PER_ROUND = 20

/**
 * One round of the worker: the questions that are due, then the news. It ends early when `mayGoOn` says so, or the mail server has no time:
 * what was tried waits its turn, the rest is tried in a later round.
 */
export const sendMails = async (deps: MailDeps, mayGoOn = (): boolean => true): Promise<void> => {
  const { mailer, noticeStore, clock } = deps
  if (!mailer) return
  for (let n = 0; n < PER_ROUND && mayGoOn(); n += 1) if (!(await sendQuestion(deps, mailer.origin))) break
  for (const emailKey of await noticeStore.dueAddresses(clock.now(), PER_ROUND))
    if (!mayGoOn() || !(await sendNews(deps, mailer.origin, emailKey))) return
}

/** Mails are remembered for so long, and with them which addresses refuse mail. */
const MAILS_REMEMBERED = 90 * DAY

/** Forgets old mails, and addresses that nobody confirmed in time. Returns how many rows went. */
export const pruneMails = async ({
  mailLog,
  wishStore,
  clock,
}: Pick<Ports, 'mailLog' | 'wishStore' | 'clock'>): Promise<number> => {
  const now = clock.now()
  const mails = await mailLog.prune(now - MAILS_REMEMBERED)
  return mails + (await wishStore.pruneUnconfirmed(now - CONFIRM_WITHIN - DAY))
}
