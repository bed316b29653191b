import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'

/** What the real server answered, to be served again by a bare one. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Base64. */
  readonly body: string
}

export interface BareServer {
  readonly url: string
  stop(): void
}

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks the real server once and remembers every byte of its answer, as it came: compressed or not. */
export const record = async (url: string, { method, headers, body }: Asked = {}): Promise<Answer> => {
  const asked = request(url, { method, headers, agent: false })
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await response.toArray())
  const status = response.statusCode ?? 0
  const kept = Object.entries(response.headers).flatMap(([name, value]) =>
    HOP_BY_HOP.has(name) || value === undefined ? [] : [[name, String(value)] as const],
  )
  const length: Readonly<Record<string, string>> =
    status === 304 ? {} : { 'content-length': String(bytes.length) }
  return { status, headers: { ...Object.fromEntries(kept), ...length }, body: bytes.toString('base64') }
}

/** `node:http` serving these answers by method and path. */
export const startBareServer = async (answers: Readonly<Record<string, Answer>>): Promise<BareServer> => {
  // Without our own loader: nothing but Node.
  const child = fork(join(import.meta.dirname, 'bare-child.mjs'), { execArgv: [] })
  child.send(answers)
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() }
}
