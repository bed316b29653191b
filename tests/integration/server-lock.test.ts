import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockServer } from '../../server/process/server-lock'

let database = ''
beforeEach(() => {
  database = join(mkdtempSync(join(tmpdir(), 'stet-lock-')), 'stet.db')
})
afterEach(() => {
  rmSync(join(database, '..'), { recursive: true })
})

/** Another process that holds the lock until it is killed. */
const holder = async () => {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const Database = require('better-sqlite3'); const db = new Database(process.argv[1]);
       db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => db, 1000)`,
      `${database}.lock`,
    ],
    { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  return child
}

describe('one server per SQLite file', () => {
  it('refuses the second in plain words', async () => {
    const child = await holder()
    await expect(lockServer(database)).rejects.toThrow(
      /Another Stet server is already running on .*stet\.db.*DATA_DIR/,
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
  })

  it('is free again after kill -9, and after an orderly end', async () => {
    const child = await holder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await lockServer(database)
    lock.release()
    const again = await lockServer(database)
    again.release()
  })

  it('waits a moment for one that is just ending', async () => {
    const first = await lockServer(database)
    const second = lockServer(database)
    first.release()
    ;(await second).release()
  })
})
