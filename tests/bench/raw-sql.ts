import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from './load'

const SCHEMA = `
  CREATE TABLE comment (id TEXT PRIMARY KEY, articleId TEXT, status TEXT, version INTEGER, body TEXT, createdAt INTEGER);
  CREATE INDEX comment_queue ON comment (status, createdAt, id);
  CREATE TABLE decision (id TEXT PRIMARY KEY, commentId TEXT, toStatus TEXT, createdAt INTEGER);`

const repeat = (seconds: number, work: (i: number) => void): Measured => {
  const from = performance.now()
  let operations = 0
  while (performance.now() - from < seconds * 1_000) {
    work(operations)
    operations += 1
  }
  return { perSecond: (operations / (performance.now() - from)) * 1_000, p50: null, p99: null, operations }
}

const BODY =
  'A thought about ropes, long enough to be a comment that somebody would really have written. '.repeat(2)
const STORED = 50_000

/**
 * What the driver alone can do here, one transaction after the other, safe against power loss (WAL, synchronous=FULL):
 * the ceiling of anything that stores. `folder` is where the file goes, for it must be the disk of the other measurements.
 */
const openRaw = (folder: string) => {
  const db = new BetterSqlite3(join(mkdtempSync(join(folder, 'raw-')), 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(SCHEMA)
  const insert = db.prepare("INSERT INTO comment VALUES (?, 'a1', 'pending', 1, ?, ?)")
  return { db, insert: (i: number) => insert.run(`c${i}`, BODY, i) }
}

/** Storing one comment. */
export const rawInsert = (folder: string, seconds: number): Measured => {
  const { db, insert } = openRaw(folder)
  const measured = repeat(seconds, insert)
  db.close()
  return measured
}

/** Deciding about one: its status, and a row that says so. */
export const rawDecide = (folder: string, seconds: number): Measured => {
  const { db, insert } = openRaw(folder)
  db.transaction(() => {
    for (let i = 0; i < STORED; i += 1) insert(i)
  })()
  const update = db.prepare("UPDATE comment SET status = 'approved', version = version + 1 WHERE id = ?")
  const log = db.prepare('INSERT INTO decision VALUES (?, ?, ?, ?)')
  const decide = db.transaction((i: number) => {
    update.run(`c${i % STORED}`)
    log.run(`d${i}`, `c${i % STORED}`, 'approved', i)
  })
  const measured = repeat(seconds, decide)
  db.close()
  return measured
}
