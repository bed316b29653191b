import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { isSoundFile } from '../lib/db/sound-file'

/** The thread that looks whether a damaged database has been mended: started by process/damage.ts, which heeds how it ends. */
const { file } = z.object({ file: z.string() }).parse(workerData)
process.exit(isSoundFile(file) ? 0 : 1)
