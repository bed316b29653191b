import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { Posted } from '../../bench/posted'

const folder = mkdtempSync(join(tmpdir(), 'stet-posted-'))
afterEach(() => rmSync(folder, { recursive: true }))

it('finds what was answered for and is not there, and what is there twice', () => {
  const db = new BetterSqlite3(join(folder, 'stet.db'))
  db.exec('CREATE TABLE "comment" ("id"); CREATE TABLE "comment_revision" ("commentId", "number", "body")')
  const comment = db.prepare('INSERT INTO "comment" VALUES (?)')
  const text = db.prepare('INSERT INTO "comment_revision" VALUES (?, ?, ?)')
  const store = (id: string, ...bodies: readonly string[]): void => {
    comment.run(id)
    bodies.forEach((body, n) => text.run(id, n + 1, body))
  }
  store('a', 'kept')
  store('b', 'twice, as nobody was answered')
  store('c', 'twice, as nobody was answered')
  // An edit is no second comment.
  store('d', 'edited', 'kept')
  db.close()
  const posted = new Posted()
  for (const one of ['kept', 'edited', 'lost']) posted.acknowledge(one)
  expect(posted.settle(folder)).toEqual({ acknowledged: 3, lost: 1, duplicated: 1 })
})
