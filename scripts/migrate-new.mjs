// npm run migrate:new -- <name>   writes the SQL that brings both databases up to prisma/models
// npm run migrate:new -- --check  refuses models that the committed migrations do not make (CI, tests)
//
// prisma/migrated.prisma remembers the models as the migrations have them, so that writing needs no database at all.
// Replaying proves it: SQLite in memory, PostgreSQL where TEST_POSTGRES_URL names a server.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  EMPTY,
  PROVIDERS,
  currentModels,
  diff,
  migrationsFolder,
  migrationsTarget,
  modelsTarget,
} from './schema-engine.mjs'

const MIGRATED = resolve(import.meta.dirname, '../prisma/migrated.prisma')

const check = async () => {
  const models = currentModels()
  let drift = false
  for (const provider of PROVIDERS) {
    const url = process.env.TEST_POSTGRES_URL
    if (provider === 'postgresql' && !url) {
      console.log('postgresql: compared, not replayed (TEST_POSTGRES_URL is not set)')
    }
    const replayed = provider === 'sqlite' || url
    const from = replayed
      ? migrationsTarget(provider)
      : modelsTarget(provider, readFileSync(MIGRATED, 'utf8'))
    const sql = await diff({ provider, from, to: modelsTarget(provider, models), url })
    if (sql) console.error(`${provider}: the migrations lack\n\n${sql}`)
    drift ||= sql !== ''
  }
  if (drift) console.error('Write the missing migration: npm run migrate:new -- <name>')
  process.exitCode = drift ? 1 : 0
}

const write = async (label) => {
  const models = currentModels()
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const name = `${stamp}_${label}`
  for (const provider of PROVIDERS) {
    const from = existsSync(MIGRATED) ? modelsTarget(provider, readFileSync(MIGRATED, 'utf8')) : EMPTY
    const sql = await diff({ provider, from, to: modelsTarget(provider, models) })
    if (!sql) {
      console.log(`${provider}: nothing to migrate`)
      continue
    }
    const folder = join(migrationsFolder(provider), name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    writeFileSync(join(migrationsFolder(provider), 'migration_lock.toml'), `provider = "${provider}"\n`)
    console.log(`wrote prisma/${provider}/migrations/${name}/migration.sql`)
  }
  writeFileSync(MIGRATED, models)
}

const [argument] = process.argv.slice(2)
if (argument === '--check') await check()
else if (/^[a-z][a-z0-9_]*$/.test(argument ?? '')) await write(argument)
else {
  console.error('Usage: npm run migrate:new -- <name in lower_case>   or   npm run migrate:new -- --check')
  process.exitCode = 2
}
