import { fork } from 'node:child_process'
import { once } from 'node:events'
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

/** Asks the real server once and remembers every byte of its answer. */
export const record = async (url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, {
    redirect: 'manual',
    ...init,
    headers: { 'accept-encoding': 'identity', ...init.headers },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const kept = [...response.headers].filter(([name]) => !HOP_BY_HOP.has(name))
  return {
    status: response.status,
    headers: { ...Object.fromEntries(kept), 'content-length': String(bytes.length) },
    body: bytes.toString('base64'),
  }
}

/** `node:http` serving these answers by method and path. */
export const startBareServer = async (answers: Readonly<Record<string, Answer>>): Promise<BareServer> => {
  // Without our own loader: nothing but Node.
  const child = fork(join(import.meta.dirname, 'bare-child.mjs'), { execArgv: [] })
  child.send(answers)
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() }
}
