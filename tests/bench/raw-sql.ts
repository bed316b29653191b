import BetterSqlite3 from 'better-sqlite3'
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

/**
 * What the driver alone can do here, one transaction after the other, safe against power loss (WAL, synchronous=FULL):
 * the ceiling of anything that stores.
 */
export const measureRawSql = (
  folder: string,
  seconds: number,
): Readonly<Record<'insert' | 'decide', Measured>> => {
  const db = new BetterSqlite3(join(folder, 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(SCHEMA)
  const body =
    'A thought about ropes, long enough to be a comment that somebody would really have written. '.repeat(2)
  const insert = db.prepare('INSERT INTO comment VALUES (?, ?, ?, 1, ?, ?)')
  const update = db.prepare(
    "UPDATE comment SET status = 'approved', version = version + 1 WHERE id = ? AND version = 1",
  )
  const log = db.prepare('INSERT INTO decision VALUES (?, ?, ?, ?)')
  const inserted = repeat(seconds, (i) => insert.run(`c${i}`, 'a1', 'pending', body, i))
  const one = db.transaction((i: number) => {
    update.run(`c${i}`)
    log.run(`d${i}`, `c${i}`, 'approved', i)
  })
  const decided = repeat(seconds, (i) => one(i))
  db.close()
  return { insert: inserted, decide: decided }
}
