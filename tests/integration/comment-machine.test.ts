import { afterAll, beforeAll, it } from 'vitest'
import { makeStores } from '../../lib/db/make-stores'
import { makeIds } from '../../lib/kernel/ids'
import { runCommentMachine } from '../support/comment-machine'
import { type TestDatabase, openTestDatabase } from '../support/database'
import { memoryPorts } from '../support/memory/memory-ports'
import { storedNumbers } from '../support/thread-numbers'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase('sqlite')
})
afterAll(() => database.close())

it(
  'a conversation on SQLite is what the reference says, whatever happens to it',
  { timeout: 180_000 },
  async () => {
    const fakes = memoryPorts()
    const ids = makeIds(fakes.clock)
    const numbers = (articleId: string) => storedNumbers(database.db, articleId)
    const ports = { ...fakes, ids, ...makeStores(database.db, fakes.clock, ids), numbers }
    await runCommentMachine(async () => ports, { numRuns: 25 })
  },
)
