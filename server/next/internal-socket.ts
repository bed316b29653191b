import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { type RequestListener, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The private socket on which Next listens. */
export interface InternalSocket {
  readonly path: string
  close(): Promise<void>
}

/** A folder only we can enter; Windows has no socket files but named pipes. */
const place = (): { path: string; remove: () => void } => {
  if (process.platform === 'win32')
    return { path: `\\\\.\\pipe\\stet-${randomUUID()}`, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'stet-'))
  return { path: join(folder, 'next.sock'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Where Next listens: reached by this process alone, so that whoever asks there has been through our checks. */
export const openInternalSocket = async (listener: RequestListener): Promise<InternalSocket> => {
  const { path, remove } = place()
  // Idle connections are ours and stay: closing them would race with the next question.
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          remove()
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
