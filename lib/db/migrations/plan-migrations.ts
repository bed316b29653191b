import type { Migration } from './read-migrations'

/** A row of Prisma's table `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  /** Neither finished nor rolled back: it broke off half-way. */
  readonly failed: boolean
}

/** The database and this build do not fit together; the message says what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

/** What is left to apply, in order. Throws `MigrationRefused` rather than guess. */
export const planMigrations = (
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] => {
  const failed = applied.find((row) => row.failed)
  if (failed) {
    throw new MigrationRefused(
      `The change ${failed.name} of the database broke off half-way. Restore the last backup and start again.`,
    )
  }
  const names = new Set(known.map(({ name }) => name))
  const unknown = applied.find(({ name }) => !names.has(name))
  if (unknown) {
    throw new MigrationRefused(
      `This database was last used by a newer Stet: it knows the change ${unknown.name}, this one does not. ` +
        'Start the newer version again, or restore a backup made before the update.',
    )
  }
  const done = new Map(applied.map((row) => [row.name, row.checksum]))
  const edited = known.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
  if (edited) {
    throw new MigrationRefused(
      `The change ${edited.name} was applied in another form than this build has it. Use an unmodified release of Stet.`,
    )
  }
  return known.filter(({ name }) => !done.has(name))
}
