import { MINUTE } from '../kernel/clock'
import type { Log } from '../kernel/log'
import type { Ports } from '../ports'
import { retryDelay } from '../outbox/outbox-store'
import type { Delivery, Letter } from './mailer'
import type { TriedMail } from './mail-log'

export type MailDeps = Pick<
  Ports,
  'noticeStore' | 'mailLog' | 'measureStore' | 'mailer' | 'settingsStore' | 'secrets' | 'clock'
> & {
  readonly log: Log
}

/** A worker that dies lets go of what it took on after so long. Longer than any mail server may keep us waiting. */
export const LEASE_MS = 5 * MINUTE

/** What a server says may repeat the address. */
const withoutAddresses = (reply: string): string => reply.replace(/\S+@\S+/g, '[address]')

const trySend = async ({ mailer, log }: MailDeps, letter: Letter): Promise<Delivery> => {
  if (!mailer) return { kind: 'later', reply: 'No mail is set up.' }
  try {
    return await mailer.send(letter)
  } catch (error) {
    // A letter that cannot be written holds up no other.
    log.error({ error: error instanceof Error ? error.message : String(error) }, 'A mail could not be made')
    return { kind: 'later', reply: 'The mail could not be made.' }
  }
}

/** Sends one letter and remembers what came of it. False when it has to be tried again. */
export const deliver = async (
  deps: MailDeps,
  letter: Letter,
  { attempts, ...facts }: Omit<TriedMail, 'id'> & { readonly attempts: number },
): Promise<boolean> => {
  const { noticeStore, mailLog, clock, log } = deps
  const delivery = await trySend(deps, letter)
  const mail: TriedMail = { id: letter.id, ...facts }
  if (delivery.kind === 'sent') {
    await mailLog.sent(mail, clock.now())
    return true
  }
  const said = { kind: mail.kind, reply: withoutAddresses(delivery.reply), attempts }
  if (delivery.kind === 'refused') {
    log.warn(said, 'An address refuses mail: nothing more goes there')
    await mailLog.refused(mail, clock.now())
    return true
  }
  log.warn(said, 'A mail could not be sent and will be tried again')
  await noticeStore.postpone(mail.noticeIds, clock.now() + retryDelay(attempts))
  return false
}
