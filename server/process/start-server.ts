import { join } from 'node:path'
import { AsyncLocalStorage } from 'node:async_hooks'
import { migrate } from '../../lib/db/migrate'
import { pendingMigrations } from '../../lib/db/pending-migrations'
import { type Env, tellLibraries } from '../../lib/env'
import { type Runtime, provideRuntime } from '../../lib/http/runtime'
import { DatabaseDamaged } from '../../lib/kernel/database-damaged'
import type { Log } from '../../lib/kernel/log'
import type { FinishedPage } from '../../lib/press/finished-page'
import { keepMissedLog } from '../answer/missed-log'
import { readerPage } from '../answer/reader-page'
import { changingFiles, staticFiles } from '../answer/static-files'
import { startLive } from '../live/live'
import { nextOverSocket } from '../next/ask-next'
import { openInternalSocket } from '../next/internal-socket'
import { startNext } from '../next/start-next'
import { pipeline } from '../pipeline'
import { startPress } from '../press/start-press'
import { builtDress } from '../render/built-dress'
import { loadRendering } from '../render/load-rendering'
import type { Services } from '../services'
import { pageStyles } from '../styles/page-styles'
import { endOnFatal } from './crash'
import { onDamaged, onSearchDamaged } from './damage'
import { makeDataDir } from './data-dir'
import { listen, makeHttpServer } from './http-server'
import { type House, openHouse } from './open-house'
import { openBus } from './open-bus'
import { startAnnouncer } from './announcer'
import { startEffects } from './start-effects'
import { startLearner } from './learner-worker'
import { startLogCopier } from './log-copier-thread'
import { startMailWorker } from './mail-worker'
import type { Worker } from './outbox-worker'
import { SearchThread } from './search-thread'
import { startSearchWorker } from './search-worker'
import { openUploads } from '../media/uploads'
import { Maintenance } from './maintenance'
import { keepReserve } from './reserve'
import { lockServer } from './server-lock'
import { shutDown } from './shut-down'

/** The process, serving. */
export interface RunningServer {
  /** The one-time key of /setup; null once somebody owns the publication. */
  readonly setupToken: string | null
  /** Stops taking requests, lets those under way end, closes everything. */
  stop(): Promise<void>
}

interface Setting {
  readonly env: Env
  readonly log: Log
  /** The project's folder: pages, migrations, static files. */
  readonly root: string
  /** Progress for the operator. */
  readonly say: (line: string) => void
}

const sqliteFile = (databaseUrl: string): string | null =>
  databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null

const bringUpToDate = async ({ env, root, say }: Setting): Promise<void> => {
  const { applied, backup } = await migrate({ url: env.databaseUrl, root })
  if (backup) say(`Backed up the database to ${backup} before changing it.`)
  if (applied.length > 0) say('The database is up to date.')
}

/** What server/comment-writer.ts is bundled to (scripts/support/bundles.mjs). */
const WRITER = join(process.cwd(), '.stet/comment-writer.mjs')
/** And server/search-keeper.ts. */
const KEEPER = join(process.cwd(), '.stet/search-keeper.mjs')

/** How often missed addresses are written down. */
const MISSED_MS = 2_000

/** Why the press does not believe what it keeps. */
const DAMAGE = 'damage'

const current = (database: House['database'], root: string) => async (): Promise<boolean> => {
  try {
    return (await pendingMigrations(database, root)).length === 0
  } catch {
    return false
  }
}

/** An older build may be started over what a newer one has stored; it goes on without. */
const warnOfNewer = async ({ ports }: House['stet'], { log }: Setting): Promise<void> => {
  const { unread = [] } = await ports.settingsStore.read()
  if (unread.length === 0) return
  log.warn(
    { settings: unread },
    'Settings of a newer version of Stet are left as they are: this one does not know them',
  )
}

/** Rendered before anybody needs it: when it is needed, nothing may work any more. */
const prepare = async (services: Services, path: string): Promise<FinishedPage | null> => {
  try {
    return await readerPage(services, { path })
  } catch (error) {
    services.report(error, { page: path })
    return null
  }
}

/** From nothing to a listening server. Throws `Refusal` and `MigrationRefused` with words for the operator. */
export const startServer = async (setting: Setting): Promise<RunningServer> => {
  const { env, log, root } = setting
  makeDataDir(env.dataDir)
  const file = sqliteFile(env.databaseUrl)
  const lock = file === null ? null : await lockServer(file)
  await bringUpToDate(setting)
  // For development nothing is bundled but the server.
  const threads = env.mode === 'development' ? {} : { writerProgram: WRITER }
  const atDamage: (() => void)[] = []
  const onDamage = file === null ? undefined : onDamaged(file, log, atDamage)
  const atSearchDamage: (() => void)[] = []
  const onSearchDamage = onSearchDamaged(log, atSearchDamage)
  const house = await openHouse({ ...env, ...threads, onDamage, onSearchDamage }, endOnFatal(log))
  const { stet, database } = house
  tellLibraries(env, stet.ports.secrets.mac('next-auth'))
  await warnOfNewer(stet, setting)

  const { threadHtml, readerPages } = await loadRendering()
  const runtime: Runtime = { stet, env, log, scope: new AsyncLocalStorage() }
  provideRuntime(runtime)
  const next = await startNext(env, runtime.scope, root)
  const socket = await openInternalSocket(next.listener)
  const askNext = nextOverSocket(socket.path)
  const reserve = keepReserve(env.dataDir)
  const bus = await openBus(env, log)
  // Before anybody else hears of it: whoever reads the settings then must not be given those from before.
  bus.subscribe(({ kind }) => {
    if (kind === 'settings.changed') database.forgetSteady('setting')
  })
  const live = startLive(stet, bus, { env, log })
  const press = startPress({ env, stet, stored: house.stored, bus, log })
  let broken: FinishedPage | null = null
  let maintenance: FinishedPage | null = null

  const missed = keepMissedLog((counted) => stet.articles.noteMissed(counted), {
    everyMs: MISSED_MS,
    onError: (error) => log.warn({ error: String(error) }, 'Missed addresses could not be counted'),
  })
  const hotReload = env.mode === 'development'
  const files = hotReload ? changingFiles(root) : staticFiles(root)
  const built = builtDress(askNext, hotReload)
  const styles = pageStyles({ built, files, theme: () => stet.settings.theme(), hotReload })
  const services: Services = {
    missed,
    uploads: openUploads(join(env.dataDir, 'uploads'), stet.ports.ids),
    ...runtime,
    askNext,
    pages: readerPages(runtime, styles),
    threadHtml,
    live,
    press,
    maintenance: new Maintenance({
      stet,
      stored: house.stored,
      bus,
      clock: stet.ports.clock,
      onClosing: () => live.hub.end(),
    }),
    staticFiles: files,
    styles,
    isReady: current(database, root),
    brokenPage: () => broken,
    maintenancePage: () => maintenance,
    freeReserve: () => reserve.release(),
    report: (error, facts) => {
      // Told of once, with what is to be done, and not with every request.
      if (error instanceof DatabaseDamaged) return
      log.error(
        { ...facts, ...(error instanceof Error ? { error: error.message, stack: error.stack } : { error }) },
        'A request failed',
      )
    },
  }
  broken = await prepare(services, '/internal/broken')
  maintenance = await prepare(services, '/internal/maintenance')
  const server = makeHttpServer(pipeline(services))
  if (env.mode === 'development') server.on('upgrade', (req, stream, head) => next.upgrade(req, stream, head))
  await listen(server, env)
  // For development nothing is bundled but the server.
  const keeper =
    database.beside && env.mode !== 'development'
      ? new SearchThread(database.beside, KEEPER, stet.ports.clock)
      : null
  const search = startSearchWorker(keeper ?? stet.search, stet, log)
  atSearchDamage.push(() => search.renew())
  /** What works on the database by itself. */
  const working: readonly (Worker | null)[] = [
    startEffects(setting, house, { bus, press, search }),
    startAnnouncer(setting, house, bus),
    startMailWorker(stet, log),
    search,
    keeper,
    startLearner(stet, bus, log),
    file === null || env.mode === 'development' ? null : startLogCopier(file, log),
  ]
  atDamage.push(() => press.doubt(DAMAGE), ...working.map((worker) => () => void worker?.stop()))

  return {
    setupToken: await stet.accounts.setupToken(),
    stop: () => {
      live.close()
      return shutDown(
        server,
        [
          ...working.map((worker) => () => worker?.stop()),
          () => missed.stop(),
          () => bus.close(),
          () => socket.close(),
          () => next.close(),
          () => database.close(),
          () => lock?.release(),
        ],
        log,
      )
    },
  }
}
