import { AsyncLocalStorage } from 'node:async_hooks'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { inProcessBus } from '../../lib/adapters/in-process-bus'
import { type Stet, compose } from '../../lib/compose'
import { type Env, readEnv } from '../../lib/env'
import { provideRuntime } from '../../lib/http/runtime'
import type { Mailer } from '../../lib/notifications/mailer'
import { storedEffects } from '../../lib/outbox/tell-stored'
import { drainOutbox } from '../../lib/outbox/run-outbox'
import { finishPage } from '../../lib/press/finished-page'
import type { StaticFiles } from '../../server/answer/static-files'
import { startLive } from '../../server/live/live'
import type { Answer, Question } from '../../server/next/ask-next'
import { openUploads } from '../../server/media/uploads'
import { pipeline } from '../../server/pipeline'
import { startPress } from '../../server/press/start-press'
import { makeHttpServer } from '../../server/process/http-server'
import { Maintenance } from '../../server/process/maintenance'
import { type PageQuestion, type RenderedPage, readerPages } from '../../server/render/reader-pages'
import { threadHtml } from '../../server/render/thread-html'
import type { Services } from '../../server/services'
import { pageStyles } from '../../server/styles/page-styles'
import { type MemoryPorts, memoryPorts } from './memory/memory-ports'

/** What the pretended Next says. */
export interface Said {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface ServedPipeline {
  readonly origin: string
  readonly port: number
  readonly stet: Stet
  readonly ports: MemoryPorts
  readonly services: Services
  readonly server: Server
  /** Everything Next was asked, in order. */
  readonly questions: Question[]
  /** Every page of the reader's side that was made, in order. */
  readonly rendered: PageQuestion[]
  /** Errors the server reported. */
  readonly reports: unknown[]
  /** Replaces what Next says to the questions to come. */
  sayNext(next: (question: Question) => Said | Promise<Said>): void
  /** Replaces how pages of the reader's side are made from now on; null: of our components, as in the product. */
  renderWith(render: ((question: PageQuestion) => Promise<RenderedPage>) | null): void
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** A form sent from our own page. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** Carries out what the changes so far have caused. */
  drain(): Promise<void>
  close(): Promise<void>
}

/** A page as Next renders it: the path it was asked for, and scripts of its own. */
export const renderedPage = (path: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Page</title><script src="/_next/static/chunks/a.js" async=""></script>` +
  `</head><body><h1>${path.replace(/</g, '&lt;')}</h1><p>${'Let it stand. '.repeat(60)}</p>` +
  `<script>self.__next_f.push([1,"0"])</script></body></html>`

/** As if the build had made nothing but the island. */
const BUILT = { classes: '', styleSheets: [], island: '/islands/reader-1.js' } as const

const answer = ({ status = 200, headers = {}, body = '' }: Said): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-powered-by': 'Next.js', ...headers },
  body: Readable.from([Buffer.from(body)]),
})

/** The server's own part, on a port of its own, over stores in memory and a Next that says what the test wants. */
export const servePipeline = async (
  options: {
    readonly env?: Partial<Env>
    readonly staticFiles?: StaticFiles
    /** A post office for this address of ours; none unless given. */
    readonly mailer?: (origin: string) => Mailer
  } = {},
): Promise<ServedPipeline> => {
  const questions: Question[] = []
  const rendered: PageQuestion[] = []
  const reports: unknown[] = []
  let next = (question: Question): Said | Promise<Said> => ({ body: renderedPage(question.path) })

  // Two sites of one test share the process: whoever answers is the one that runs.
  const server = makeHttpServer((req, res) => {
    provideRuntime(runtime)
    listener(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const ports: MemoryPorts = { ...memoryPorts(), mailer: options.mailer?.(origin) ?? null }
  const stored = storedEffects()
  const stet = compose(stored.over(ports))
  const env = { ...readEnv({ NODE_ENV: 'test' }), port, publicOrigin: origin, pressBytes: 0, ...options.env }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const runtime = { stet, env, log, scope: new AsyncLocalStorage<never>() }
  const files = options.staticFiles ?? { find: () => null }
  const built = async () => BUILT
  const uploads = mkdtempSync(join(tmpdir(), 'stet-uploads-'))
  const styles = pageStyles({ built, files, theme: () => stet.settings.theme() })
  const pages = readerPages(runtime, styles)
  let render = pages.render
  const bus = inProcessBus()
  const live = startLive(stet, bus, runtime)
  const press = startPress({ env, stet, stored, bus, log })
  const broken = finishPage(200, 'text/html; charset=utf-8', Buffer.from('<h1>Something went wrong</h1>'))
  const maintenance = finishPage(200, 'text/html; charset=utf-8', Buffer.from('<h1>Back in a moment</h1>'))
  const services: Services = {
    ...runtime,
    askNext: async (question) => {
      questions.push(question)
      return answer(await next(question))
    },
    pages: {
      render: async (question) => {
        rendered.push(question)
        return render(question)
      },
    },
    threadHtml,
    missed: { note: () => {}, stop: async () => {} },
    uploads: openUploads(uploads, ports.ids),
    live,
    press,
    maintenance: new Maintenance({ stet, stored, bus, clock: ports.clock, onClosing: () => live.hub.end() }),
    staticFiles: files,
    styles,
    isReady: async () => true,
    brokenPage: () => broken,
    maintenancePage: () => maintenance,
    freeReserve: () => {},
    report: (error) => reports.push(error),
  }
  const listener = pipeline(services)
  const ask = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${origin}${path}`, { redirect: 'manual', ...init })

  return {
    origin,
    port,
    stet,
    ports,
    services,
    server,
    questions,
    rendered,
    reports,
    sayNext: (said) => {
      next = said
    },
    renderWith: (other) => {
      render = other ?? pages.render
    },
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } }),
    drain: async () => {
      await drainOutbox({ ...ports, bus, log })
      await live.hub.settled()
    },
    close: () =>
      new Promise((resolve) => {
        live.close()
        rmSync(uploads, { recursive: true, force: true })
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
