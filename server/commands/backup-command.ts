import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SECRET_FILE } from '../../lib/adapters/secret-file'
import { MEDIA_FOLDER } from '../../lib/adapters/folder-files'
import { copySqlite } from '../../lib/db/copy-sqlite'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { readEnv } from '../../lib/env'
import { Refusal } from '../process/refusal'
import type { Command } from './command'
import { copyMedia } from './copy-media'

/** `2026-11-23T14-05-09`: sorts by time and is a file name everywhere. */
const stamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-')

export const backupCommand: Command = {
  summary: 'copy database, pictures and secret into a folder, also while the server runs',
  help: [
    'Usage: npm run stet -- backup [--to FOLDER]',
    '',
    'Makes FOLDER (default: DATA_DIR/backups/<time>), which must not exist yet, and copies the SQLite database as it',
    'is at this moment, every picture that it names, and the secret that sessions and status links depend on. To go back',
    'to it: npm run stet -- restore FOLDER. With PostgreSQL use pg_dump, and copy DATA_DIR. Pictures in a store elsewhere',
    '(MEDIA_S3_BUCKET) stay there: keep its versions.',
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
    // Files are there before their rows and leave after them: copied before and after the rows, none is missing.
    const [library, copy] = [join(dataDir, MEDIA_FOLDER), join(folder, MEDIA_FOLDER)]
    const before = await copyMedia(library, copy)
    await copySqlite(address.file, join(folder, basename(address.file)))
    const after = await copyMedia(library, copy)
    const secret = join(dataDir, SECRET_FILE)
    if (existsSync(secret)) copyFileSync(secret, join(folder, SECRET_FILE))
    out(`Backup: ${folder}`)
    if (before + after > 0) out(`Files of pictures: ${before + after}`)
    return 0
  },
}
