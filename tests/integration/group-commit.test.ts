import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { GroupCommit } from '../../lib/db/group-commit'
import type { SqlRunner } from '../../lib/db/sql'
import { SqliteConnections } from '../../lib/db/sqlite-connections'
import { type TestPlace, testPlace } from '../support/database'

let place: TestPlace
let connections: SqliteConnections
let commits: GroupCommit
beforeEach(async () => {
  place = await testPlace('sqlite')
  connections = await SqliteConnections.open(place.url.slice('file:'.length), {
    onFatal: (error) => {
      throw error
    },
  })
  connections.writer.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)')
  const tx: SqlRunner = { all: async () => [], run: async () => 0 }
  commits = new GroupCommit(connections, tx)
})
afterEach(async () => {
  connections.close()
  await place.remove()
})

const insert = (n: number): Promise<number> =>
  commits.run(async () =>
    Number(connections.writer.prepare('INSERT INTO t VALUES (?)').run(n).lastInsertRowid),
  )

const stored = (): unknown[] =>
  connections.reader.prepare('SELECT n FROM t ORDER BY n').safeIntegers(false).pluck().all()

/** One every turn of the loop, before its end, as posts come in; until told to stop. */
const arriving = async (goOn: (n: number) => boolean): Promise<number[]> => {
  const answers: Promise<number>[] = []
  for (let n = 0; goOn(n); n += 1) {
    const next = turn()
    answers.push(insert(n))
    await next
  }
  return Promise.all(answers)
}

it('waits for one more while one more comes each turn, and stores them all at once', async () => {
  const begin = vi.spyOn(connections, 'begin')
  expect(await arriving((n) => n < 6)).toEqual([0, 1, 2, 3, 4, 5])
  expect(begin).toHaveBeenCalledTimes(1)
  expect(stored()).toEqual([0, 1, 2, 3, 4, 5])
})

it('does not wait for ever: under a stream without end the first is answered while others still come', async () => {
  let first: number | undefined
  void insert(-1).then((n) => (first = n))
  const answers = await arriving((n) => first === undefined && n < 100)
  expect(first).toBe(-1)
  expect(answers.length).toBeGreaterThan(4)
  expect(answers.length).toBeLessThan(30)
})

it('answers nobody before the disk has it, and takes back only what fails', async () => {
  const seen: unknown[] = []
  const look = (n: number) => insert(n).then(() => seen.push(stored().includes(n)))
  const outcomes = await Promise.allSettled([look(1), look(2), insert(1), look(3)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual([true, true, true])
  expect(stored()).toEqual([1, 2, 3])
})
