import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SECRET_FILE } from '../../lib/adapters/secret-file'
import { copySqlite } from '../../lib/db/copy-sqlite'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { readEnv } from '../../lib/env'
import { Refusal } from '../process/refusal'
import type { Command } from './command'

/** `2026-11-23T14-05-09`: sorts by time and is a file name everywhere. */
const stamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-')

export const backupCommand: Command = {
  summary: 'copy database and secret into a folder, also while the server runs',
  help: [
    'Usage: npm run stet -- backup [--to FOLDER]',
    '',
    'Makes FOLDER (default: DATA_DIR/backups/<time>), which must not exist yet, and copies the SQLite database as it',
    'is at this moment, and the secret that sessions and status links depend on. To restore, stop the server and put',
    'both files into an empty DATA_DIR. With PostgreSQL use pg_dump, and copy DATA_DIR.',
  ].join('\n'),
  run: async (args, { out }) => {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
    const { dataDir, databaseUrl } = readEnv()
    const address = parseDatabaseUrl(databaseUrl)
    if (address.provider !== 'sqlite')
      throw new Refusal('This publication is on PostgreSQL: back it up with pg_dump, and copy DATA_DIR.')
    if (!existsSync(address.file))
      throw new Refusal(`${address.file} does not exist yet: there is nothing to back up.`)
    const folder = resolve(values.to ?? join(dataDir, 'backups', stamp()))
    if (existsSync(folder)) throw new Refusal(`${folder} exists already. Name a folder that does not.`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await copySqlite(address.file, join(folder, basename(address.file)))
    const secret = join(dataDir, SECRET_FILE)
    if (existsSync(secret)) copyFileSync(secret, join(folder, SECRET_FILE))
    out(`Backup: ${folder}`)
    return 0
  },
}
