import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { type Batch, openCommentWriter } from '../lib/db/comment-writer'

/** The thread that writes new comments: started by lib/db/writing-thread.ts, which sends one batch after the other, and `null` to end. */
const { file } = z.object({ file: z.string() }).parse(workerData)
const writer = openCommentWriter(file)
parentPort?.on('message', (batch: Batch | null) => {
  if (batch !== null) {
    void writer.write(batch).then((outcomes) => parentPort?.postMessage(outcomes))
    return
  }
  writer.close()
  parentPort?.close()
})
