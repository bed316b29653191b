import { dirname, join } from 'node:path'
import { Worker as Thread } from 'node:worker_threads'
import { isDamaged } from '../../lib/db/sqlite-errors'
import { MINUTE } from '../../lib/kernel/clock'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import type { Log } from '../../lib/kernel/log'
import { Refusal } from './refusal'

/** What server/file-check.ts is bundled to (scripts/support/bundles.mjs). */
const CHECK = join(process.cwd(), '.stet/file-check.mjs')

/** What somebody is to do who finds the database damaged; `file` is its path. */
const mendingOf = (file: string): string =>
  `Stop the server, move the folder ${dirname(file)} aside as a whole, put the last backup in its place ` +
  '(npm run stet -- restore FOLDER) and start the server again. Keep what was moved: more may be had back from it.'

/** The same found out while starting: there is nothing to go on with. */
export const refusingDamaged = async <T>(file: string | null, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (file === null || !(isDamaged(error) || error instanceof DatabaseDamaged)) throw error
    throw new Refusal(`The database is damaged. ${mendingOf(file)}`)
  }
}

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
