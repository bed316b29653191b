import { join } from 'node:path'
import { Worker as Thread } from 'node:worker_threads'
import { MINUTE } from '../../lib/kernel/clock'
import type { Log } from '../../lib/kernel/log'
import { REINDEX, mendingOf } from './sqlite-trouble'

/** What server/file-check.ts is bundled to (scripts/support/bundles.mjs). */
const CHECK = join(process.cwd(), '.stet/file-check.mjs')

/** How often it is looked whether the file can be read again, and with which program. */
const LOOK = { everyMs: MINUTE, program: CHECK }

const isSound = (file: string, program: string): Promise<boolean> =>
  new Promise((resolve) => {
    const thread = new Thread(program, { workerData: { file }, execArgv: [] })
    thread.on('error', () => resolve(false))
    thread.once('exit', (code) => resolve(code === 0))
    thread.unref()
  })

/**
 * The database turned out to be damaged. The process lives: what the press keeps is all that readers can still have,
 * and to start anew would only lose it. Should the disk have failed for a moment only, or somebody mend the file under
 * us, the process ends, and the supervisor starts one that has seen nothing of it.
 *
 * @param then what is to be done besides, by whoever works on the database by itself
 */
export const onDamaged =
  (file: string, log: Log, then: readonly (() => void)[], { everyMs, program } = LOOK) =>
  (error: Error): void => {
    const facts = { error: error.message, file }
    log.error(
      facts,
      'The database is damaged: nothing more is read from it or written to it. Pages that are kept are shown for ten ' +
        `minutes, everything else answers 503. ${mendingOf(file)}`,
    )
    for (const act of then) act()
    const look = async (): Promise<void> => {
      // One after the other: to read a large file takes longer than the time between two.
      if (!(await isSound(file, program))) return later()
      log.warn(facts, 'The database can be read again: the server ends, to be started anew')
      process.exit(1)
    }
    const later = (): void => void setTimeout(look, everyMs).unref()
    later()
  }

/** Its words only repeat what stands elsewhere, so that they are made anew; everything but search goes on. */
export const onSearchDamaged =
  (log: Log, then: readonly (() => void)[]) =>
  (error: Error): void => {
    log.error(
      { error: error.message },
      'The search index is damaged; nothing else is. It is made anew from pieces and comments; until then search ' +
        `finds less than there is. Should it go on failing, look at the disk, then run: ${REINDEX}`,
    )
    for (const act of then) act()
  }
