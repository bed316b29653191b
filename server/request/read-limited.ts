import type { IncomingMessage } from 'node:http'

/** Bodies nobody sends by accident: the rest is not even read away. */
const DRAIN_BYTES = 32 * 1024 * 1024

/** The visitor is told why before the connection goes: what still comes is read and dropped, up to a limit. */
const drain = (req: IncomingMessage): void => {
  let dropped = 0
  req.on('data', (chunk: Buffer) => {
    dropped += chunk.length
    if (dropped > DRAIN_BYTES) req.destroy()
  })
}

/**
 * The whole body of a request, or null when it is larger than `limit` bytes, by its own word (Content-Length) or in
 * fact (streamed). Rejects when the visitor goes away.
 */
export const readLimited = (req: IncomingMessage, limit: number): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const tooLarge = (): void => {
      req.removeAllListeners('data')
      drain(req)
      resolve(null)
    }
    if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge()
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) tooLarge()
      else chunks.push(chunk)
    })
    req.once('end', () => resolve(Buffer.concat(chunks)))
    req.once('error', reject)
    req.once('aborted', () => reject(new Error('The visitor went away.')))
  })
