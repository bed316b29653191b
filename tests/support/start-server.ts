import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { freePort } from './free-port'

const ROOT = join(import.meta.dirname, '../..')
const BUNDLE = join(ROOT, '.stet/server.mjs')
/** The server ends when the test process does, however that ends. */
const LEASH = pathToFileURL(join(ROOT, 'scripts/support/leash.mjs')).href
const CLOCK = pathToFileURL(join(import.meta.dirname, 'moving-clock.mjs')).href
const READY_MS = 60_000
const DRAIN_MS = 15_000

export interface ServerOptions {
  /** On top of a quiet default: own port, own data folder, no rate limits. */
  readonly env?: Readonly<Record<string, string>>
  /** An existing data folder; it is then left in place. */
  readonly dataDir?: string
}

/** The real server, built, in a process of its own. */
export interface RunningServer {
  /** Origin as readers type it, without trailing slash. */
  readonly url: string
  readonly dataDir: string
  /** As the server has it: `file:…` or `postgresql://…`. */
  readonly databaseUrl: string
  /** The one-time token of the setup link, as printed; null once an owner exists. */
  setupToken(): string | null
  /** Everything it wrote since its last start. */
  output(): string
  /** Process id of the running server. */
  pid(): number
  /** An orderly stop where it still runs, then the same port and data again. */
  restart(): Promise<void>
  /** Its clock goes ahead by so many milliseconds more, for as long as this process runs. */
  goAhead(milliseconds: number): Promise<void>
  /** Power loss: SIGKILL, and nothing else. */
  kill9(): Promise<void>
  /** An orderly stop; returns the exit code and removes a data folder of its own. */
  stop(): Promise<number | null>
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)))

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

const launch = (env: Readonly<Record<string, string>>) => {
  if (!existsSync(BUNDLE)) throw new Error('The server is not built: run `npm run build` first.')
  const child = spawn(
    process.execPath,
    // Without maps of the sources: to read them is a tenth of a start.
    ['--import', LEASH, '--import', CLOCK, BUNDLE],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let output = ''
  const keep = (text: string) => (output += text)
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  return { child, output: () => output }
}

/** Starts a server and resolves once it is ready to serve. */
export const startServer = async ({ env = {}, dataDir }: ServerOptions = {}): Promise<RunningServer> => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'stet-test-'))
  const settings = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, RATE_LIMITS: 'off', ...env }
  let current = launch(settings)
  let ahead = 0

  const ready = async (): Promise<void> => {
    const until = performance.now() + READY_MS
    // It answers before it has said so, and the setup link is in what it says.
    while (!(await answers(url)) || !current.output().includes('Stet is ready')) {
      const { child, output } = current
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`)
      if (performance.now() > until)
        throw new Error(`The server is not ready after ${READY_MS} ms:\n${output()}`)
      await sleep(50)
    }
  }
  const end = async (): Promise<number | null> => {
    const { child } = current
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS)
    const code = await ended(child)
    clearTimeout(timer)
    return code
  }

  await ready().catch(async (error: unknown) => {
    await end()
    throw error
  })
  return {
    url,
    dataDir: folder,
    databaseUrl: env.DATABASE_URL ?? `file:${join(folder, 'stet.db')}`,
    setupToken: () => /\/setup\?token=([\w.~-]+)/.exec(current.output())?.[1] ?? null,
    output: () => current.output(),
    pid: () => current.child.pid ?? 0,
    restart: async () => {
      await end()
      current = launch(settings)
      ahead = 0
      await ready()
    },
    goAhead: async (milliseconds) => {
      ahead += milliseconds
      const heard = new Promise((resolve) => current.child.once('message', resolve))
      current.child.send({ ahead })
      await heard
    },
    kill9: async () => {
      current.child.kill('SIGKILL')
      await ended(current.child)
    },
    stop: async () => {
      const code = await end()
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
