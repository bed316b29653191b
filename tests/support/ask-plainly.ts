import { Agent, type IncomingHttpHeaders, get } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

export interface PlainAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/**
 * Asks one server over connections that are kept: for tests that ask thousands of times, to whom `fetch` would be most
 * of the work. Follows no redirect; unpacks Brotli.
 */
export const askPlainly = (origin: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<PlainAnswer> =>
    new Promise((resolve, reject) => {
      get(`${origin}${path}`, { agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('error', reject)
        answer.once('end', () => {
          const bytes = Buffer.concat(parts)
          const body = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: body.toString('utf8') })
        })
      }).once('error', reject)
    })
  return { ask, close: () => agent.destroy() }
}
