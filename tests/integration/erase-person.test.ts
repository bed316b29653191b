import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDatabaseUrl } from '../../lib/db/database-url'
import { type Stet, compose } from '../../lib/compose'
import { text } from '../../lib/db/cells'
import type { Database } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { Sql, sql } from '../../lib/db/sql'
import { countDeskNumbers, readDeskNumbers } from '../../lib/db/desk-numbers'
import { recount } from '../../lib/db/recount'
import { ANONYMOUS, type SignedIn } from '../../lib/kernel/actor'
import { keepIndex } from '../../lib/search/keep-index'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { type Piece, aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { POSTGRES_URL, type TestDatabase, openTestDatabase } from '../support/database'
import { memoryPorts } from '../support/memory/memory-ports'
import { refusal, value } from '../support/people'

const NAME = 'Quillon Zwetschgenbaum'
const MAIL = 'Quillon.Zwetschge@Obst.example'
const KEY = MAIL.toLowerCase()
const SAID = 'plumstonequince'
const PASSWORD = 'the blue end and the red one'
const PROOF = { name: 'The Evening Pencil', password: PASSWORD, mail: MAIL, again: KEY }
/** No letter of these may be left. */
const TRACES = [NAME, 'quillon', 'zwetschge', 'Q. Z.', SAID]

/** Every cell of every table, whatever was added since. */
const everything = async (db: Database): Promise<string> => {
  const tables =
    db.provider === 'sqlite'
      ? await db.read(sql`SELECT "name" FROM sqlite_master WHERE "type" = 'table'`)
      : await db.read(sql`
          SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = current_schema()`)
  const all = []
  for (const name of tables.map((row) => text(row, 'name')))
    all.push(await db.read(new Sql([`SELECT * FROM "${name}"`], [])))
  return JSON.stringify(all, (_key, cell: unknown) =>
    typeof cell === 'bigint'
      ? String(cell)
      : ArrayBuffer.isView(cell)
        ? Buffer.from(cell.buffer).toString('latin1')
        : cell,
  ).toLowerCase()
}

for (const provider of ['sqlite', ...(POSTGRES_URL ? (['postgresql'] as const) : [])] as const)
  describe(`a person who is erased, on ${provider}`, () => {
    let opened: TestDatabase
    let stet: Stet
    let owner: SignedIn
    let piece: Piece
    let member: SignedIn
    beforeAll(async () => {
      opened = await openTestDatabase(provider)
      const ports = memoryPorts()
      const stores = makeStores(opened.db, ports.clock, ports.ids)
      stet = compose({ ...ports, ...stores })
      owner = await theOwner(stet)
      piece = await aPiece(stet, { by: owner, title: 'Of fruit' })
    })
    afterAll(() => opened.close())

    it('was everywhere before: comments, wishes, notes, logs, indexes, the file', async () => {
      const { userId } = await must(
        'create',
        stet.accounts.createUser(owner, { name: NAME, email: MAIL, role: 'member', password: PASSWORD }),
      )
      // A writer once, whose account has become a reader's since.
      await opened.db.transaction((tx) =>
        tx.run(sql`
          INSERT INTO "byline" ("articleId", "userId", "position") VALUES (${piece.articleId}, ${userId}, 1)`),
      )
      member = { kind: 'user', userId, role: 'member', name: NAME, sessionId: 'none' }
      const under = piece.slug
      const first = await aComment(stet, {
        under,
        by: member,
        body: `${SAID} by the account`,
        then: 'approve',
      })
      const second = await aComment(stet, { under, name: NAME, email: MAIL, body: `${SAID} as a guest` })
      await aComment(stet, { under, by: second.author, name: 'Q. Z.', body: `${SAID} without a mail` })
      await aComment(stet, { under, to: first.commentId, body: 'An answer that stays.', then: 'approve' })
      const bad = await aComment(stet, { under, name: NAME, email: MAIL, body: `${SAID} turned away` })
      await aDecision(stet, { on: bad.commentId, move: 'spam', by: owner, reason: `I know ${NAME}` })
      const version = (await stet.ports.commentStore.find(first.commentId))?.comment.version ?? 0
      const edit = { commentId: first.commentId, version, body: `${SAID} in an edit that waits` }
      await must('edit', stet.comments.edit(member, edit))
      await must('note', stet.people.note(owner, { person: `user:${userId}`, note: `${NAME}, ${MAIL}` }))
      await must('note', stet.moderation.noteComment(owner, { commentId: first.commentId, body: NAME }))
      const other = await aComment(stet, { under, name: 'Somebody else', body: 'Mine.', then: 'approve' })
      await must(
        'note',
        stet.moderation.noteComment(owner, { commentId: other.commentId, body: `not ${NAME}, or Q. Z.?` }),
      )
      const report = { commentId: other.commentId, reason: 'rude' as const, note: `says ${KEY}` }
      await must('report', stet.comments.report(ANONYMOUS, report, aClient()))
      const own = { commentId: other.commentId, reason: 'other' as const, note: `${SAID}, if you ask me` }
      await must('report', stet.comments.report(member, own, aClient()))
      const praise = { commentId: other.commentId, intent: 'give' as const }
      await must('recommend', stet.comments.recommend(member, praise, aClient()))
      await must(
        'warn',
        stet.people.take(owner, {
          ...{
            person: `user:${userId}`,
            kind: 'ban',
            targets: ['person', 'mail'],
            reason: `Enough, ${NAME}`,
          },
          ...{ note: MAIL, days: null, rejectWaiting: false },
        }),
      )
      await opened.db.transaction((tx) =>
        tx.run(sql`
        UPDATE "outbox" SET "lastError" = ${`550 no such user <${MAIL}>`}
        WHERE "id" = (SELECT max("id") FROM "outbox")`),
      )
      await opened.db.transaction((tx) =>
        tx.run(sql`
        INSERT INTO "mail_log" ("id", "emailKey", "kind", "sentAt") VALUES ('m', ${KEY}, 'notice', 1)`),
      )
      const effects = await opened.db.read(sql`SELECT "kind", "payload" FROM "outbox"`)
      await keepIndex(
        stet.ports,
        effects.map((row) => ({ kind: text(row, 'kind'), ...JSON.parse(text(row, 'payload')) })),
      )
      const [entry] = await opened.db.read(sql`SELECT "words" FROM "public_piece_search"`)
      expect(entry && text(entry, 'words').toLowerCase()).toContain('quillon')
      const before = await everything(opened.db)
      expect(TRACES.filter((trace) => !before.includes(trace.toLowerCase()))).toEqual([])
    })

    it('is asked for twice, and only of readers', async () => {
      const wrong = [
        // Once it was right, it is not asked for again.
        [{ ...PROOF, password: 'wrong' }, 'password'],
        [{ ...PROOF, again: 'other@obst.example' }, 'again'],
        [{ ...PROOF, mail: 'nobody', again: 'nobody' }, 'mail'],
        [{ ...PROOF, mail: 'unknown@obst.example', again: 'unknown@obst.example' }, 'mail'],
        [{ ...PROOF, mail: 'owner@pencil.example', again: 'owner@pencil.example' }, 'mail'],
        [{ ...PROOF, name: 'Another' }, 'name'],
      ] as const
      for (const [input, field] of wrong)
        expect(Object.keys(refusal(await stet.people.erase(owner, input)).fields ?? {})).toEqual([field])
      expect(refusal(await stet.people.erase(member, PROOF)).code).toBe('forbidden')
      expect((await stet.ports.erasureStore.find(KEY))?.comments).toBe(4)
    })

    it('is still known when it is broken off after the last comment', async () => {
      const { erasureStore } = stet.ports
      const failing = compose({
        ...stet.ports,
        erasureStore: {
          find: (mail) => erasureStore.find(mail),
          open: (person) => erasureStore.open(person),
          commentsOf: (person, limit) => erasureStore.commentsOf(person, limit),
          blank: (ids) => erasureStore.blank(ids),
          forget: () => Promise.reject(new Error('The disk is full.')),
          overwrite: () => erasureStore.overwrite(),
        },
      })
      await expect(failing.people.erase(owner, PROOF)).rejects.toThrow('The disk is full.')
      const person = await erasureStore.find(KEY)
      expect(person && (await erasureStore.commentsOf(person, 9))).toEqual([])
      expect(person).toMatchObject({ comments: 4, guestIds: [expect.any(String), expect.any(String)] })
      expect(person?.names.toSorted()).toEqual(['Q. Z.', NAME].toSorted())
    })

    it('is nowhere afterwards, in no byte', async () => {
      const done = value(await stet.people.erase(owner, PROOF))
      expect(done).toEqual({ comments: 4, account: true, overwritten: true })
      const after = await everything(opened.db)
      expect(TRACES.filter((trace) => after.includes(trace.toLowerCase()))).toEqual([])
      const [told] = await opened.db.read(
        sql`SELECT "payload" FROM "outbox" WHERE "kind" = 'article.changed' ORDER BY "id" DESC LIMIT 1`,
      )
      expect(told && JSON.parse(text(told, 'payload'))).toEqual({
        ...{ articleId: piece.articleId, slugs: [piece.slug] },
      })
      const unnamed = await opened.db.read(sql`SELECT "stamp" FROM "public_piece_search" WHERE "stamp" <> ''`)
      expect(unnamed).toHaveLength(1)
      const opinions = await opened.db.read(sql`
        SELECT "reporterKey" AS "key" FROM "report" UNION ALL SELECT "readerKey" FROM "recommend"`)
      expect(opinions).toHaveLength(3)
      expect(opinions.map((row) => text(row, 'key'))).not.toContain(`user:${member.userId}`)
      const file = parseDatabaseUrl(opened.url)
      for (const path of file.provider === 'sqlite'
        ? [file.file, `${file.file}-wal`].filter(existsSync)
        : []) {
        const bytes = readFileSync(path).toString('latin1').toLowerCase()
        for (const trace of TRACES)
          expect(bytes.includes(trace.toLowerCase()), `${trace} in ${path}`).toBe(false)
      }
      expect(await stet.ports.erasureStore.find(KEY)).toBeNull()
    })

    it('leaves a stub where others answered, the answer, true numbers, and a line of the log', async () => {
      const now = stet.ports.clock.now()
      const shown = await opened.db.read(
        sql`SELECT "status" FROM "comment" WHERE "shown" = 1 ORDER BY "status"`,
      )
      expect(shown.map((row) => text(row, 'status'))).toEqual(['approved', 'approved', 'erased'])
      expect(await stet.ports.threadReader.count(piece.articleId, now)).toBe(2)
      expect(await recount(opened.db)).toEqual([])
      expect(await readDeskNumbers(opened.db)).toEqual(await countDeskNumbers(opened.db))
      const log = await opened.db.read(
        sql`SELECT "detail", "actorId" FROM "audit" WHERE "action" = 'erase.person'`,
      )
      expect(log.map((row) => [JSON.parse(text(row, 'detail')), text(row, 'actorId')])).toEqual([
        [{ comments: 4, account: 1 }, owner.userId],
      ])
    })

    it('is not known when the same is asked again', async () => {
      expect(Object.keys(refusal(await stet.people.erase(owner, PROOF)).fields ?? {})).toEqual(['mail'])
    })
  })
