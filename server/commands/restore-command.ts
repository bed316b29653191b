import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MEDIA_FOLDER } from '../../lib/adapters/folder-files'
import { SECRET_FILE } from '../../lib/adapters/secret-file'
import { copySqlite } from '../../lib/db/copy-sqlite'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { readEnv } from '../../lib/env'
import { makeDataDir } from '../process/data-dir'
import { Refusal } from '../process/refusal'
import { type Command, UsageError } from './command'
import { copyMedia } from './copy-media'

/** Something is there already: a backup never goes over a publication. */
const refuseToOverwrite = (path: string): void => {
  if (existsSync(path))
    throw new Refusal(
      `${path} exists already, and a backup is never written over a publication. Stop the server and move it away first, or name an empty folder with DATA_DIR.`,
    )
}

export const restoreCommand: Command = {
  summary: 'put a backup into an empty data folder',
  help: [
    'Usage: npm run stet -- restore FOLDER',
    '',
    'Puts what "backup" copied into FOLDER (database, secret, pictures) into DATA_DIR, where no publication may be. A backup',
    'of an older version is brought up to date when the server starts. With PostgreSQL use pg_restore, and copy DATA_DIR.',
  ].join('\n'),
  run: async (args, { out }) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const [given, ...more] = positionals
    if (given === undefined || more.length > 0) throw new UsageError('Name one folder: the backup.')
    const { dataDir, databaseUrl } = readEnv()
    const address = parseDatabaseUrl(databaseUrl)
    if (address.provider !== 'sqlite')
      throw new Refusal('This publication is on PostgreSQL: restore it with pg_restore, and copy DATA_DIR.')
    const folder = resolve(given)
    const kept = join(folder, basename(address.file))
    if (!existsSync(kept))
      throw new Refusal(`There is no ${basename(address.file)} in ${folder}: this is no backup.`)
    const secret = join(dataDir, SECRET_FILE)
    refuseToOverwrite(address.file)
    // What a crashed server had not yet written into its database: SQLite would write it into this one.
    refuseToOverwrite(`${address.file}-wal`)
    refuseToOverwrite(secret)
    makeDataDir(dataDir)
    mkdirSync(dirname(address.file), { recursive: true, mode: 0o700 })
    if (existsSync(join(folder, SECRET_FILE))) copyFileSync(join(folder, SECRET_FILE), secret)
    const files = await copyMedia(join(folder, MEDIA_FOLDER), join(dataDir, MEDIA_FOLDER))
    // The database last: with it the publication is there.
    await copySqlite(kept, address.file)
    out(`Restored: ${dataDir}`)
    if (files > 0) out(`Files of pictures: ${files}`)
    return 0
  },
}
