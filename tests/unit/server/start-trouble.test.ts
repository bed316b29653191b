import { describe, expect, it } from 'vitest'
import { SecretDamaged } from '../../../lib/adapters/secret-file'
import { EnvError } from '../../../lib/env-error'
import { DatabaseDamaged } from '../../../lib/kernel/database-damaged'
import { StorageFull } from '../../../lib/kernel/storage-full'
import { NOT_NOW, REFUSED, Refusal } from '../../../server/process/refusal'
import { exitCodeOf, startTrouble } from '../../../server/process/start-trouble'

const ON_SQLITE = { dataDir: '/srv/stet/data', databaseUrl: 'file:/srv/stet/data/stet.db' }
const ON_POSTGRESQL = {
  dataDir: '/srv/stet/data',
  databaseUrl: 'postgresql://nora:h%40sh@db.example:5433/news?schema=public',
}
const withCode = (code: string, message = '', more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more })

describe('what keeps a program from its beginning', () => {
  it.each([new EnvError(['PORT must be']), new Refusal('Stop it'), new SecretDamaged('Put it back')])(
    'is said as it stands where it was said already: $name',
    (error) => {
      expect(startTrouble(error, null)).toEqual({ message: error.message, passes: false })
    },
  )

  it('is not guessed: what nobody foresaw is a bug, with all that is known of it', () => {
    expect(startTrouble(new TypeError('x is not a function'), ON_SQLITE)).toBeNull()
    expect(startTrouble(withCode('23505', 'duplicate key'), ON_POSTGRESQL)).toBeNull()
    expect(startTrouble(withCode('SQLITE_ERROR', 'no such column'), ON_SQLITE)).toBeNull()
    expect(startTrouble(withCode('SQLITE_FULL'), null)).toBeNull()
  })

  it.each([
    ['SQLITE_NOTADB', 'restore FOLDER'],
    ['SQLITE_CORRUPT', 'move the folder /srv/stet/data aside'],
    ['SQLITE_CORRUPT_INDEX', 'restore FOLDER'],
    ['SQLITE_CORRUPT_VTAB', 'stet -- reindex'],
    ['SQLITE_READONLY', 'chown -R'],
  ])('names the file or the folder, and the way out: %s', (code, remedy) => {
    const trouble = startTrouble(withCode(code), ON_SQLITE)
    expect(trouble?.message).toContain('/srv/stet/data')
    expect(trouble?.message).toContain(remedy)
    expect(trouble && exitCodeOf(trouble)).toBe(REFUSED)
  })

  it.each([
    ['SQLITE_FULL', 'Make room'],
    ['SQLITE_IOERR_FSYNC', 'look at the disk'],
    ['SQLITE_IOERR_READ', 'look at the disk'],
    ['SQLITE_IOERR_SHORT_READ', 'look at the disk'],
    ['SQLITE_CANTOPEN', 'DATABASE_URL'],
    ['SQLITE_BUSY', 'Close it'],
    ['SQLITE_BUSY_RECOVERY', 'Close it'],
  ])('lets a server that ran come back when the disk does: %s', (code, remedy) => {
    const trouble = startTrouble(withCode(code), ON_SQLITE)
    expect(trouble?.message).toContain('/srv/stet/data')
    expect(trouble?.message).toContain(remedy)
    expect(trouble && exitCodeOf(trouble)).toBe(NOT_NOW)
  })

  it.each([
    ['the file is written over', new DatabaseDamaged(withCode('SQLITE_CORRUPT')), 'restore FOLDER', REFUSED],
    [
      'the file is empty',
      new DatabaseDamaged(new Error('no such table: setting')),
      'restore FOLDER',
      REFUSED,
    ],
    [
      'the disk does not give it back',
      new DatabaseDamaged(withCode('SQLITE_IOERR_READ')),
      'look at the disk',
      NOT_NOW,
    ],
    ['the disk is full', new StorageFull(withCode('SQLITE_FULL')), 'Make room', NOT_NOW],
  ])('knows what the open database makes of it: %s', (_, error, remedy, code) => {
    const trouble = startTrouble(error, ON_SQLITE)
    expect(trouble?.message).toContain(remedy)
    expect(trouble && exitCodeOf(trouble)).toBe(code)
  })

  it('waits for no folder that was never there', () => {
    const error = new TypeError('Cannot open database because the directory does not exist')
    expect(startTrouble(error, ON_SQLITE)).toMatchObject({ passes: false })
    expect(startTrouble(error, ON_SQLITE)?.message).toContain('/srv/stet/data')
  })

  it('tells a full disk from a failing one, as SQLite does not', () => {
    const error = withCode('SQLITE_IOERR_SHMSIZE')
    expect(startTrouble(error, ON_SQLITE, () => 4_096)?.message).toContain('is full')
    expect(startTrouble(error, ON_SQLITE, () => 10 ** 9)?.message).toContain('look at the disk')
  })

  it.each([
    ['ENOSPC', 'Make room', NOT_NOW],
    ['EDQUOT', 'Make room', NOT_NOW],
    ['EACCES', '/srv/stet/data/secret.key', REFUSED],
    ['EROFS', 'must belong to the user', REFUSED],
  ])('knows what the system says: %s', (code, words, exitCode) => {
    const error = withCode(code, 'no', { syscall: 'open', path: '/srv/stet/data/secret.key' })
    const trouble = startTrouble(error, ON_SQLITE)
    expect(trouble?.message).toContain(words)
    expect(trouble && exitCodeOf(trouble)).toBe(exitCode)
  })

  it.each([
    ['ECONNREFUSED', '', 'db.example:5433'],
    ['ETIMEDOUT', '', 'does not answer'],
    ['ENOTFOUND', '', 'names are resolved'],
    ['57P03', '', 'does not answer'],
  ])('waits for a PostgreSQL that may come: %s', (code, said, words) => {
    const trouble = startTrouble(withCode(code, said, { syscall: 'connect' }), ON_POSTGRESQL)
    expect(trouble?.message).toContain(words)
    expect(trouble && exitCodeOf(trouble)).toBe(NOT_NOW)
  })

  it.each([
    ['28P01', 'password authentication failed', 'the user nora'],
    ['', 'SASL: client password must be a string', 'refuses the password'],
    ['28000', 'role "nora" does not exist', 'pg_hba.conf'],
    ['3D000', 'database "news" does not exist', 'createdb --owner nora news'],
    ['42501', 'permission denied for schema public', 'ALTER DATABASE "news" OWNER TO "nora"'],
    ['', 'The server does not support SSL connections', 'sslmode'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'NODE_EXTRA_CA_CERTS'],
  ])('does not wait for what only a person mends, and says no password: %s %s', (code, said, remedy) => {
    const trouble = startTrouble(withCode(code, said), ON_POSTGRESQL)
    expect(trouble?.message).toContain(remedy)
    expect(trouble?.message).not.toMatch(/h%40sh|h@sh/)
    expect(trouble?.passes).toBe(false)
  })
})
