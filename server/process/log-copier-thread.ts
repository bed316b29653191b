import { once } from 'node:events'
import { join } from 'node:path'
import { Worker as Thread } from 'node:worker_threads'
import type { Log } from '../../lib/kernel/log'
import type { Worker } from './outbox-worker'

/** What server/log-copier.ts is bundled to (scripts/support/bundles.mjs). */
const COPIER = join(process.cwd(), '.stet/log-copier.mjs')

/** Should the thread end, the writer copies its log itself: later, and while somebody waits (sqlite-connections.ts). */
export const startLogCopier = (file: string, log: Log): Worker => {
  const thread = new Thread(COPIER, { workerData: { file } })
  thread.on('error', (error) =>
    log.warn({ error: String(error) }, 'The thread that keeps the log short ended'),
  )
  const ended = once(thread, 'exit').catch(() => {})
  thread.unref()
  return {
    stop: async () => {
      thread.postMessage('stop')
      await ended
    },
  }
}
