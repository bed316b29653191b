import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { Readable } from 'node:stream'
import { withoutQuery } from '../../lib/http/without-query'

/** A request as Next is asked it. */
export interface Question {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Ends the question when the visitor has gone. */
  readonly signal?: AbortSignal
}

/** What Next answers; the body comes as it is made. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

export type AskNext = (question: Question) => Promise<Answer>

/** A page that takes longer (ms) is an error. */
const PATIENCE_MS = 25_000

/**
 * Asks Next over the internal socket. A mock response would be quicker by a hair, but Next flushes its headers
 * early, and everything that replaces `res.write` hangs sooner or later.
 */
export const nextOverSocket = (socketPath: string): AskNext => {
  const agent = new Agent({ keepAlive: true })
  return ({ method, path, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const asked = request({
        socketPath,
        agent,
        method,
        path,
        headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
        signal,
      })
      asked.setTimeout(PATIENCE_MS, () =>
        asked.destroy(new Error(`Next did not answer ${withoutQuery(path)} in time.`)),
      )
      asked.once('error', reject)
      asked.once('response', (response) =>
        resolve({ status: response.statusCode ?? 500, headers: response.headers, body: response }),
      )
      asked.end(body)
    })
}

/** Largest page (bytes) that is held in memory as a whole. */
const LARGEST = 64 * 1024 * 1024

/** The whole body. Throws where it is larger than any page of ours. */
export const readAnswer = async ({ body }: Pick<Answer, 'body'>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) throw new Error('A rendered page is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
