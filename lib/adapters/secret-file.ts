import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const SECRET_FILE = 'secret.key'
const KEY_BYTES = 32

/** There is a key, and it is none; the message says what to do. */
export class SecretDamaged extends Error {
  override readonly name = 'SecretDamaged'
}

const exists = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST'
const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Whole or not at all, and only one wins: a server and a command may start for the first time together. */
const create = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!exists(error)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

const read = (path: string): Buffer => {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (key.length < KEY_BYTES) {
    throw new SecretDamaged(
      `The secret in ${path} is damaged. Put the file back from a backup; without it everybody has to sign in again ` +
        'and guests lose the key to their comments (to accept that, delete it).',
    )
  }
  // Copied or restored files are often readable by everybody.
  chmodSync(path, 0o600)
  return key
}

/** The key all other secrets are derived from: made on first use, mode 0600, in the data folder. */
export const secretFile = (dataDir: string): Buffer => {
  const path = join(dataDir, SECRET_FILE)
  try {
    return read(path)
  } catch (error) {
    if (!missing(error)) throw error
    create(path)
    return read(path)
  }
}
