import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { copyLog } from '../lib/db/copy-log'

const EVERY_MS = 1_000

/** The thread that keeps SQLite's log short: started by the server (process/log-copier-thread.ts), told to stop by any word. */
const { file } = z.object({ file: z.string() }).parse(workerData)
const stop = copyLog(file, EVERY_MS)
parentPort?.once('message', stop)
