import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { type Stores, makeStores } from '../../../lib/db/make-stores'
import type { Database, DatabaseOptions } from '../../../lib/db/database'
import { text } from '../../../lib/db/cells'
import { sql } from '../../../lib/db/sql'
import { type Ids, makeIds } from '../../../lib/kernel/ids'
import { POSTGRES_URL, openTestDatabase } from '../../support/database'
import { writerProgram } from '../../support/writer-program'
import { memoryPorts } from '../../support/memory/memory-ports'
import { numbersOf } from '../../support/memory/memory-public'
import { PinnedClock } from '../../support/memory/pinned-clock'
import { type ThreadNumbers, storedNumbers } from '../../support/thread-numbers'

/** Every store over one empty database, and the clock and ids it was made with. */
export interface World extends Stores {
  readonly clock: PinnedClock
  readonly ids: Ids
}

/** With a look below the stores. */
export interface OpenWorld extends World {
  /** The stored numbers of a thread. */
  numbers(articleId: string): Promise<ThreadNumbers>
  /** The trail of what was done beside decisions, in its order. */
  audits(): Promise<readonly { readonly action: string; readonly subject: string }[]>
}

interface Backend {
  readonly name: string
  readonly skip: boolean
  open(): Promise<{ empty(): Promise<OpenWorld>; close(): Promise<void> }>
}

const inMemory = (): OpenWorld => {
  const ports = memoryPorts()
  return {
    ...ports,
    numbers: async (articleId) => numbersOf(ports.tables, articleId),
    audits: async () => ports.tables.audit,
  }
}

const memory: Backend = {
  name: 'memory',
  skip: false,
  open: async () => ({ empty: async () => inMemory(), close: async () => {} }),
}

/** Children before parents. */
const clear = async (db: Database): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.run(sql`DELETE FROM "decision"`)
    await tx.run(sql`DELETE FROM "opinion"`)
    await tx.run(sql`DELETE FROM "comment_revision"`)
    await tx.run(sql`UPDATE "comment" SET "parentId" = NULL`)
    await tx.run(sql`DELETE FROM "comment"`)
    await tx.run(sql`DELETE FROM "guest"`)
    await tx.run(sql`DELETE FROM "measure"`)
    await tx.run(sql`DELETE FROM "measure_decision"`)
    await tx.run(sql`DELETE FROM "person_note"`)
    await tx.run(sql`DELETE FROM "address_salt"`)
    await tx.run(sql`DELETE FROM "desk_mail"`)
    await tx.run(sql`DELETE FROM "account_letter"`)
    await tx.run(sql`DELETE FROM "article"`)
    await tx.run(sql`DELETE FROM "media_use"`)
    await tx.run(sql`DELETE FROM "media"`)
    await tx.run(sql`DELETE FROM "tag"`)
    await tx.run(sql`DELETE FROM "user"`)
    await tx.run(sql`DELETE FROM "outbox"`)
    await tx.run(sql`DELETE FROM "desk_number"`)
    await tx.run(sql`DELETE FROM "watch"`)
    await tx.run(sql`DELETE FROM "redirect"`)
    await tx.run(sql`DELETE FROM "missed_address"`)
    await tx.run(sql`DELETE FROM "mail_log"`)
    await tx.run(sql`DELETE FROM "setting"`)
    await tx.run(sql`DELETE FROM "audit"`)
  })
}

const onDatabase = (
  provider: 'sqlite' | 'postgresql',
  skip: boolean,
  options: () => DatabaseOptions = () => ({}),
): Backend => ({
  name: skip ? `${provider} (left out: TEST_POSTGRES_URL is not set)` : provider,
  skip,
  open: async () => {
    const { db, close } = await openTestDatabase(provider, options())
    return {
      empty: async () => {
        await clear(db)
        const clock = new PinnedClock()
        const ids = makeIds(clock)
        const stores = makeStores(db, clock, ids)
        await stores.searchKeeper.clear()
        const numbers = (articleId: string) => storedNumbers(db, articleId)
        const audits = async () =>
          (await db.read(sql`SELECT "action", "subject" FROM "audit" ORDER BY "id"`)).map((row) => ({
            action: text(row, 'action'),
            subject: text(row, 'subject'),
          }))
        return { ...stores, clock, ids, numbers, audits }
      },
      close,
    }
  },
})

const BACKENDS = [memory, onDatabase('sqlite', false), onDatabase('postgresql', !POSTGRES_URL)]

/** As the server has it: new comments are written by a thread. */
const WITH_THREAD: Backend = {
  ...onDatabase('sqlite', false, () => ({ writerProgram: writerProgram() })),
  name: 'sqlite with a thread that writes',
}

const onAll = (
  backends: readonly Backend[],
  port: string,
  promises: (world: () => OpenWorld) => void,
): void => {
  describe.each(backends)(`${port} on $name`, ({ skip, open }) => {
    if (skip) {
      describe.skip('every promise', () => promises(inMemory))
      return
    }
    let opened: Awaited<ReturnType<typeof open>>
    let world: OpenWorld
    beforeAll(async () => {
      opened = await open()
    })
    beforeEach(async () => {
      world = await opened.empty()
    })
    afterAll(() => opened.close())
    promises(() => world)
  })
}

/** Runs one port's promises on the fake and on both databases: what the fake promises, the databases keep. */
export const onEveryBackend = (port: string, promises: (world: () => OpenWorld) => void): void =>
  onAll(BACKENDS, port, promises)

/** For a port to which it matters. */
export const onEveryBackendAndThread = (port: string, promises: (world: () => OpenWorld) => void): void =>
  onAll([...BACKENDS, WITH_THREAD], port, promises)
