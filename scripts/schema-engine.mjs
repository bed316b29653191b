#!/usr/bin/env node
// Prisma's schema engine without a download: the official WebAssembly build, asked directly for the difference between two
// schemas. prisma.config.ts names this file as the engine's binary, which is enough for `prisma generate`; migrations are
// written by `npm run migrate:new` (scripts/migrate-new.mjs) and applied by lib/db/migrate.ts.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
export const PROVIDERS = ['sqlite', 'postgresql']

export const migrationsFolder = (provider) => join(ROOT, 'prisma', provider, 'migrations')

/** All models as one text. */
export const currentModels = () => {
  const folder = join(ROOT, 'prisma/models')
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'))
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

export const EMPTY = { tag: 'empty' }

/** Full-text indexes, written by hand into a migration of each database, with the tables SQLite keeps them in. */
const SEARCH_INDEXES = ['public_piece_search_index', 'public_comment_search_index', 'comment_search_index']
const EXTERNAL = {
  sqlite: SEARCH_INDEXES.flatMap((name) => [
    name,
    ...['data', 'idx', 'docsize', 'config'].map((part) => `${name}_${part}`),
  ]),
  postgresql: SEARCH_INDEXES.map((name) => `public.${name}`),
}

/** A schema: the provider's datasource and generator, with these models. */
export const modelsTarget = (provider, models) => ({
  tag: 'schemaDatamodel',
  configDir: ROOT,
  files: [
    { path: 'schema.prisma', content: readFileSync(join(ROOT, 'prisma', provider, 'schema.prisma'), 'utf8') },
    { path: 'models.prisma', content: models },
  ],
})

/** What the committed migrations make, replayed in order on a database of their own. */
export const migrationsTarget = (provider) => {
  const baseDir = migrationsFolder(provider)
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }) : []
  return {
    tag: 'migrations',
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/**
 * The SQL that turns `from` into `to`; '' when they are the same. Only replaying PostgreSQL's migrations needs a
 * running server: `url` names one where this may create and drop a database.
 */
export const diff = async ({ provider, from, to, url }) => {
  const factory = provider === 'postgresql' ? await postgresqlFactory(url) : await sqliteFactory()
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const { SchemaEngine } = await (engine ??= loadEngine())
  const datamodels = [from, to].find(({ files }) => files)?.files.map(({ path, content }) => [path, content])
  try {
    const session = await SchemaEngine.new({ datamodels }, () => {}, adapter)
    const filters = { externalTables: EXTERNAL[provider], externalEnums: [] }
    const { exitCode, stdout } = await session.diff({ from, to, script: true, exitCode: true, filters })
    return exitCode === 0 ? '' : stdout
  } catch (error) {
    const [, number] = /External error id#(\d+)/.exec(error.message) ?? []
    throw (number && adapter.errorRegistry.consumeError(Number(number))?.error) || error
  }
}

/** Loaded once: the glue around the WebAssembly holds a single instance. */
let engine
const loadEngine = async () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(join(folder, 'schema_engine_bg.js'))
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

const sqliteFactory = async () => {
  const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3')
  const factory = new PrismaBetterSqlite3({ url: ':memory:' })
  const connect = async () => {
    const adapter = await factory.connect()
    // A migration is replayed whole, and better-sqlite3 executes one statement at a time.
    adapter.executeRaw = async ({ sql }) => (await adapter.executeScript(sql), 0)
    // The engine asks for partial indexes with the name in double quotes, which this build of SQLite reads as a column.
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = (query) =>
      queryRaw({ ...query, sql: query.sql.replace(/(FROM sqlite_master .* name = )"(\w+)"/, "$1'$2'") })
    return adapter
  }
  return { provider: 'sqlite', adapterName: factory.adapterName, connect, connectToShadowDb: connect }
}

/** Comparing two texts needs a dialect, not a database: this answers the one question the engine asks. */
const nobody = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [5, 7, 0],
    rows: [[true, 'PostgreSQL 15', 150000]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
}

const postgresqlFactory = async (url) => {
  const { default: pg } = await import('pg')
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const administer = async (sql) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  const connectToShadowDb = async () => {
    if (!url) throw new Error("Replaying PostgreSQL's migrations needs a server: set TEST_POSTGRES_URL.")
    const database = `stet_shadow_${randomUUID().replaceAll('-', '')}`
    await administer(`CREATE DATABASE "${database}"`)
    const address = new URL(url)
    address.pathname = `/${database}`
    address.searchParams.delete('schema')
    const adapter = await new PrismaPg(
      { connectionString: address.href, max: 1 },
      { schema: 'public' },
    ).connect()
    readCharAsText(adapter.underlyingDriver())
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await administer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
    }
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => nobody,
    connectToShadowDb,
  }
}

/** adapter-pg cannot map the type "char" (18) of the system catalogues; as text (25) it can. */
const readCharAsText = (pool) => {
  const query = pool.query.bind(pool)
  pool.query = async (...args) => {
    const result = await query(...args)
    for (const field of result?.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 25
    return result
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.error(
    'Stet writes migrations with `npm run migrate:new -- <name>` and applies them when it starts.',
  )
  process.exit(1)
}
