import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../lib/db/cells'
import { wipeWords } from '../../lib/db/erasure/wipe-words'
import { SqlOutboxStore } from '../../lib/db/sql-outbox-store'
import { sql } from '../../lib/db/sql'
import { MINUTE } from '../../lib/kernel/clock'
import { makeIds } from '../../lib/kernel/ids'
import { POSTGRES_URL, type TestDatabase, openTestDatabase } from '../support/database'
import { PinnedClock } from '../support/memory/pinned-clock'

for (const provider of ['sqlite', ...(POSTGRES_URL ? (['postgresql'] as const) : [])] as const)
  describe(`words that are wiped, on ${provider}`, () => {
    let opened: TestDatabase
    beforeAll(async () => {
      opened = await openTestDatabase(provider)
    })
    afterAll(() => opened.close())

    const write = (id: string, detail: string, action = 'take.measure') =>
      opened.db.transaction((tx) =>
        tx.run(sql`
          INSERT INTO "audit" ("id", "actorKind", "action", "subject", "detail", "createdAt")
          VALUES (${id}, 'system', ${action}, 'test:row', ${detail}, 1)`),
      )
    const wipe = (...words: readonly string[]) => opened.db.transaction((tx) => wipeWords(tx, words))
    const read = async (id: string): Promise<string> => {
      const [row] = await opened.db.read(sql`SELECT "detail" FROM "audit" WHERE "id" = ${id}`)
      return row ? text(row, 'detail') : 'nothing'
    }

    it('takes no key, no literal and none of the words the process keeps', async () => {
      await write('a', JSON.stringify({ kind: 'warn', name: 'Kind', until: null, reason: 'Be kind, null.' }))
      await write('b', JSON.stringify({ from: 'published' }), 'change.status')
      await write('c', JSON.stringify({ from: 'Published' }), 'take-over.article')
      const settings = JSON.stringify({ name: 'By Kind', kind: null })
      await write(
        'd',
        JSON.stringify({ changed: 'name kind', before: settings, after: '{}' }),
        'change.settings',
      )
      await wipe('Null', 'Kind', 'Published')
      expect(JSON.parse(await read('a'))).toEqual({
        ...{ kind: 'warn', name: '[erased]', until: null },
        reason: 'Be [erased], [erased].',
      })
      expect(await read('b')).toBe('{"from":"published"}')
      expect(await read('c')).toBe('{"from":"[erased]"}')
      expect(JSON.parse(await read('d'))).toEqual({
        ...{ changed: 'name kind', before: '{"name":"By [erased]","kind":null}', after: '{}' },
      })
    })

    it('takes words by themselves, and nobody else’s address', async () => {
      const reason =
        'ann@x.org, joann@x.org, jo.ann@x.org; ANN@X.ORG. Annabel of annabel@x.org, Annabella (Annabel)'
      await write('e', JSON.stringify({ reason }))
      await wipe('ann@x.org', 'Annabel')
      expect(JSON.parse(await read('e'))).toEqual({
        reason:
          '[erased], joann@x.org, jo.ann@x.org; [erased]. [erased] of annabel@x.org, Annabella ([erased])',
      })
    })

    it('finds a name in other letters than English ones, and with a quotation mark', async () => {
      await write('f', JSON.stringify({ reason: 'ÖZGÜR wrote; so did Jo "the pen" Lee; ĐORĐE stays' }))
      await wipe('Özgür', 'Jo "The Pen" Lee')
      expect(JSON.parse(await read('f'))).toEqual({ reason: '[erased] wrote; so did [erased]; ĐORĐE stays' })
    })

    it('leaves the outbox as it is, and one row that cannot be read fails by itself', async () => {
      const clock = new PinnedClock()
      const store = new SqlOutboxStore({ db: opened.db, ids: makeIds(clock) })
      const effect = { kind: 'comment.changed', commentId: 'a', articleId: 'b', sight: 'vanished' } as const
      await store.queue([{ key: 'good', effect }], clock.now())
      await store.queue([{ key: 'bad', effect }], clock.now())
      await wipe('Vanished')
      await opened.db.transaction((tx) =>
        tx.run(sql`UPDATE "outbox" SET "payload" = '{"sight":[erased]}' WHERE "key" = 'bad'`),
      )
      const leased = await store.lease(clock.now(), 9, MINUTE)
      expect(leased.map((one) => one.effect)).toEqual([effect])
      const [bad] = await opened.db.read(sql`SELECT "lastError" FROM "outbox" WHERE "key" = 'bad'`)
      expect(bad && text(bad, 'lastError')).toMatch(/cannot read/u)
      expect(await store.lease(clock.now(), 9, MINUTE)).toEqual([])
    })
  })
