import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { sqliteDialect } from '../lib/db/dialect/sqlite'
import { sqliteCode } from '../lib/db/sqlite-errors'
import { SqlSearchKeeper } from '../lib/db/sql-search-keeper'
import { openThreadConnection } from '../lib/db/thread-connection'
import type { Instant } from '../lib/kernel/clock'
import { clearIndexes, fillIndexes, indexDue, keepIndex } from '../lib/search/keep-index'
import type { FromSearchThread, SearchTask, ToSearchThread } from './process/search-thread'

/** The thread that keeps the search indexes: started by process/search-thread.ts, which asks one thing after the other. */
const { file } = z.object({ file: z.string() }).parse(workerData)
const connection = openThreadConnection(file)
const tell = (message: FromSearchThread): void => parentPort?.postMessage(message)

let now: Instant = 0
let filling: AsyncGenerator<void> | null = null
let turn: { readonly had: () => void; readonly refused: (error: Error) => void } | null = null

const withTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  await new Promise<void>((had, refused) => {
    turn = { had, refused }
    tell({ kind: 'wants-turn' })
  })
  try {
    return await work()
  } finally {
    tell({ kind: 'turn-over' })
  }
}

const deps = {
  clock: { now: () => now },
  searchKeeper: new SqlSearchKeeper({
    dialect: sqliteDialect,
    read: (query) => connection.tx.all(query),
    transaction: (work) => withTurn(() => connection.transaction(work)),
  }),
}

/** Whether there is no further step. */
const carryOut = async (task: SearchTask): Promise<boolean> => {
  switch (task.kind) {
    case 'keep':
      await keepIndex(deps, task.effects)
      return true
    case 'due':
      await indexDue(deps, task.since)
      return true
    case 'clear':
      await clearIndexes(deps)
      return true
    case 'fill':
      if (task.isNew) filling = fillIndexes(deps)
      return (await filling?.next())?.done ?? true
  }
}

const answer = async (task: SearchTask): Promise<void> => {
  try {
    tell({ kind: 'done', isDone: await carryOut(task) })
  } catch (error) {
    tell({ kind: 'failed', message: String(error), code: sqliteCode(error) })
  }
}

parentPort?.on('message', (message: ToSearchThread) => {
  const waiting = turn
  if (message.kind === 'turn' || message.kind === 'no-turn') turn = null
  switch (message.kind) {
    case 'task':
      now = message.now
      return void answer(message.task)
    case 'turn':
      // Given back where nobody waits for it: else no one could write any more.
      return waiting ? waiting.had() : tell({ kind: 'turn-over' })
    case 'no-turn':
      return waiting?.refused(new Error(message.message))
    case 'end':
      connection.close()
      parentPort?.close()
  }
})
