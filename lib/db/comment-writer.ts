import type { NewComment } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import { makeIds } from '../kernel/ids'
import { sqliteDialect } from './dialect/sqlite'
import { type Insertion, insertSubmission } from './insert-submission'
import { isBroken, isBusy, sqliteCode } from './sqlite-errors'
import { openThreadConnection } from './thread-connection'

/** Comments that are stored together, as they go to the thread. */
export interface Batch {
  readonly now: Instant
  readonly submissions: readonly NewComment[]
}

/** What became of each of them. An error in parts, for no error keeps its code between threads. */
export type Outcome = Insertion | { readonly message: string; readonly code: string }

const failed = (error: unknown): Outcome => ({ message: String(error), code: sqliteCode(error) })

/**
 * Writes new comments for a thread that does nothing else: the rows and the waiting for the disk are a third of what a
 * post costs, and whoever answers readers has none of it. All of a batch share one commit. Where one fails, each is
 * tried alone, so that it takes back only itself.
 */
export const openCommentWriter = (file: string) => {
  const connection = openThreadConnection(file)
  let now: Instant = 0
  const clock = { now: () => now }
  const tools = { dialect: sqliteDialect, clock, ids: makeIds(clock) }

  const together = (submissions: readonly NewComment[]): Promise<readonly Insertion[]> =>
    connection.transaction(async (tx) => {
      const outcomes: Insertion[] = []
      for (const submission of submissions) outcomes.push(await insertSubmission(tx, tools, submission))
      return outcomes
    })

  const write = async (submissions: readonly NewComment[]): Promise<readonly Outcome[]> => {
    try {
      return await together(submissions)
    } catch (error) {
      // After a disk that failed nothing is certain, and whoever held the file this long will go on doing so.
      if (submissions.length === 1 || isBroken(error) || isBusy(error)) {
        return submissions.map(() => failed(error))
      }
      const outcomes: Outcome[] = []
      for (const submission of submissions) outcomes.push(...(await write([submission])))
      return outcomes
    }
  }

  return {
    write: (batch: Batch): Promise<readonly Outcome[]> => {
      now = batch.now
      return write(batch.submissions)
    },
    close: (): void => {
      connection.close()
    },
  }
}
