import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One folder of migrations, as it is on the disk. */
export interface Migration {
  /** Name of its folder; they sort by time. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file with \n line ends, as Prisma computes it. */
  readonly checksum: string
}

/** The committed migrations of one database, in order. `root` is the project's folder. */
export const readMigrations = (root: string, provider: 'sqlite' | 'postgresql'): readonly Migration[] => {
  const folder = join(root, 'prisma', provider, 'migrations')
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
