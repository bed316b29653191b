import { setTimeout as sleep } from 'node:timers/promises'
import type { Stet } from '../../lib/compose'
import { SECOND } from '../../lib/kernel/clock'
import type { Log } from '../../lib/kernel/log'
import { sendAccountLetters } from '../../lib/notifications/send-account-letters'
import { pruneMails, sendMails } from '../../lib/notifications/send-mails'
import { sendDeskMails } from '../../lib/notifications/send-desk-mail'
import { type Worker, startOutboxWorker } from './outbox-worker'

/** A mail server that does not answer keeps nobody from stopping us. What it was sent is sent again, as the same mail. */
const PATIENCE_MS = 5 * SECOND

/** Writes the mails that are due, as long as the server runs; none where no mail is set up. */
export const startMailWorker = ({ ports }: Stet, log: Log): Worker | null => {
  const { mailer, clock } = ports
  if (!mailer) return null
  let stopping = false
  const worker = startOutboxWorker(
    {
      drain: async () => {
        await sendAccountLetters({ ...ports, log }, () => !stopping)
        await sendMails({ ...ports, log }, () => !stopping)
        await sendDeskMails({ ...ports, log }, () => !stopping)
      },
      prune: () => pruneMails(ports),
    },
    { everyMs: SECOND, log, now: () => clock.now(), what: 'The mail' },
  )
  return {
    stop: async () => {
      stopping = true
      const patience = new AbortController()
      await Promise.race([
        worker.stop(),
        sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {}),
      ])
      patience.abort()
    },
  }
}
