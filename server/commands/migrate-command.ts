import { parseArgs } from 'node:util'
import { migrate } from '../../lib/db/migrate'
import { readEnv } from '../../lib/env'
import { makeDataDir } from '../process/data-dir'
import type { Command } from './command'

export const migrateCommand: Command = {
  summary: 'bring the database up to this version (the server does it at its start, too)',
  help: [
    'Usage: npm run stet -- migrate',
    '',
    'Applies what this version changes about the database. An existing SQLite database is copied first.',
    'Back up a PostgreSQL database with pg_dump before.',
  ].join('\n'),
  run: async (args, { out, root }) => {
    parseArgs({ args: [...args], options: {} })
    const env = readEnv()
    makeDataDir(env.dataDir)
    const { applied, backup } = await migrate({ url: env.databaseUrl, root })
    if (backup) out(`Backup: ${backup}`)
    for (const name of applied) out(`Applied: ${name}`)
    out('The database is up to date.')
    return 0
  },
}
