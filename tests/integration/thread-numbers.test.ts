import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMENT_STATUSES, type CommentStatus, HIDING } from '../../lib/comments/comment-status'
import type { Database } from '../../lib/db/database'
import { systemClock } from '../../lib/adapters/system-clock'
import { makeStores } from '../../lib/db/make-stores'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'
import { recount } from '../../lib/db/recount'
import { sql } from '../../lib/db/sql'
import { makeIds } from '../../lib/kernel/ids'
import { POSTGRES_URL, PROJECT, type TestPlace, testPlace } from '../support/database'
import { countNumbers, storedNumbers } from '../support/thread-numbers'

const PROVIDERS = POSTGRES_URL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)
/** The migration that brought the stored numbers. */
const BROUGHT = '20261123230700_conversation'

interface Planted {
  readonly id: string
  readonly parentId: string | null
  readonly status: CommentStatus
}

/** Rows as they were before there were numbers. Not one of them is a number of a thread. */
const plant = async (db: Database, articleId: string, comments: readonly Planted[]): Promise<void> => {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  await db.transaction(async (tx) => {
    await tx.run(sql`
      INSERT INTO "user" ("id", "email", "emailKey", "name", "nameKey", "slug", "role", "createdAt", "updatedAt")
      VALUES (${articleId}, ${articleId}, ${articleId}, 'Ada', 'ada', ${articleId}, 'owner', 1, 1)`)
    await tx.run(sql`
      INSERT INTO "article" ("id", "slug", "status", "draftRevisionId", "createdById", "createdAt", "updatedAt")
      VALUES (${articleId}, ${articleId}, 'published', ${articleId}, ${articleId}, 1, 1)`)
    for (const { id, parentId, status } of comments) {
      let [rootId, depth, hidden] = [id, 0, 0]
      for (let above = byId.get(parentId ?? ''); above; above = byId.get(above.parentId ?? '')) {
        rootId = above.id
        depth += 1
        hidden += HIDING.has(above.status) ? 1 : 0
      }
      await tx.run(sql`
        INSERT INTO "comment" ("id", "articleId", "parentId", "rootId", "depth", "status", "latestRevisionId",
          "hiddenAncestors", "submissionKey", "createdAt", "queueOrder")
        VALUES (${id}, ${articleId}, ${parentId}, ${rootId}, ${depth}, ${status}, ${id}, ${hidden}, ${id}, 1, 1)`)
    }
  })
}

/** `a` removed, below it `b` removed, below it `c` erased, and below that what is asked for. */
const stubOfStubs = (name: string, last: CommentStatus): readonly Planted[] =>
  (['removed', 'removed', 'erased', last] as const).map((status, n) => ({
    ...{ id: `${name}-${n}`, status },
    parentId: n === 0 ? null : `${name}-${n - 1}`,
  }))

/** The same on every run: a tree in which everything stands below everything. */
const wildTree = (name: string, size: number): readonly Planted[] =>
  Array.from({ length: size }, (_, n) => ({
    id: `${name}-${n}`,
    parentId: n < 4 ? null : `${name}-${(n * 7919 + 3) % n}`,
    // Two of three are approved.
    status: (n % 3 === 0 ? COMMENT_STATUSES[(n / 3) % COMMENT_STATUSES.length] : null) ?? 'approved',
  }))

let place: TestPlace
let past: string
let db: Database | undefined
beforeEach(() => {
  past = mkdtempSync(join(tmpdir(), 'stet-test-'))
  cpSync(join(PROJECT, 'prisma'), join(past, 'prisma'), { recursive: true })
})
afterEach(async () => {
  await db?.close()
  db = undefined
  rmSync(past, { recursive: true, force: true })
  await place.remove()
})

describe.each(PROVIDERS)('the numbers of a thread on %s', (provider) => {
  it('are right from the first moment in a database that is older than they are', async () => {
    place = await testPlace(provider)
    const migrations = join(past, 'prisma', provider, 'migrations')
    for (const name of readdirSync(migrations)) {
      if (/^\d/.test(name) && name >= BROUGHT) rmSync(join(migrations, name), { recursive: true })
    }
    await migrate({ url: place.url, root: past })
    const conversations = {
      stubs: [
        ...stubOfStubs('seen', 'approved'),
        ...stubOfStubs('idle', 'pending'),
        ...stubOfStubs('gone', 'removed'),
      ],
      hidden: [
        { id: 'top', parentId: null, status: 'rejected' as const },
        ...stubOfStubs('under', 'approved').map((c) => ({ ...c, parentId: c.parentId ?? 'top' })),
      ],
      wild: wildTree('wild', 150),
      none: [],
    }
    const before = await openDatabase(place.url)
    for (const [articleId, comments] of Object.entries(conversations))
      await plant(before, articleId, comments)
    await before.close()

    expect((await migrate({ url: place.url, root: PROJECT })).applied[0]).toBe(BROUGHT)
    db = await openDatabase(place.url)
    for (const [articleId, comments] of Object.entries(conversations)) {
      expect(await storedNumbers(db, articleId), articleId).toEqual(countNumbers(comments))
    }
    const { byId } = await storedNumbers(db, 'stubs')
    expect(byId['seen-0']).toEqual({ shown: 1, shownReplies: 1, branchSize: 1, recommends: 0 })
    expect(byId['idle-0']).toEqual({ shown: 0, shownReplies: 0, branchSize: 0, recommends: 0 })
    expect((await storedNumbers(db, 'wild')).comments).toBeGreaterThan(20)
    expect(await recount(db)).toEqual([])
  })

  it('follow the last comment of a long chain of stubs all the way up', async () => {
    place = await testPlace(provider)
    await migrate({ url: place.url, root: PROJECT })
    db = await openDatabase(place.url)
    const chain = Array.from({ length: 400 }, (_, n) => ({
      ...{ id: `link-${n}`, status: 'removed' as const },
      parentId: n === 0 ? null : `link-${n - 1}`,
    }))
    await plant(db, 'chain', chain)
    expect(await recount(db)).toEqual([])
    const { commentStore } = makeStores(db, systemClock, makeIds(systemClock))
    const become = (status: CommentStatus, from: CommentStatus, version: number) =>
      commentStore.apply({
        commentId: `link-${chain.length - 1}`,
        expect: { status: from, version },
        to: { status, approvedRevisionId: null, pendingRevisionId: null, editedAt: null, revisions: {} },
        decision: null,
        effects: [],
      })
    const { read } = db
    const shown = async (): Promise<number> =>
      Object.values((await storedNumbers({ read }, 'chain')).byId).filter((one) => one.shown === 1).length
    expect(await become('approved', 'removed', 1)).toBe(true)
    expect(await shown()).toBe(chain.length)
    expect(await recount(db)).toEqual([])
    expect(await become('rejected', 'approved', 2)).toBe(true)
    expect(await shown()).toBe(0)
    expect(await recount(db)).toEqual([])
  })

  it('are missed when they are wrong, each of them', async () => {
    place = await testPlace(provider)
    await migrate({ url: place.url, root: PROJECT })
    db = await openDatabase(place.url)
    await plant(db, 'piece', [
      { id: 'root', parentId: null, status: 'approved' },
      { id: 'reply', parentId: 'root', status: 'approved' },
    ])
    // Planted without numbers: this is what counting says of them.
    expect(await recount(db)).toEqual([
      { of: 'comment', id: 'reply', stored: { shown: 0 }, counted: { shown: 1 } },
      {
        ...{ of: 'comment', id: 'root' },
        stored: { shown: 0, shownReplies: 0, branchSize: 0 },
        counted: { shown: 1, shownReplies: 1, branchSize: 1 },
      },
      { of: 'thread', id: 'piece', stored: { comments: 0 }, counted: { comments: 2 } },
    ])
    expect(await recount(db, 1)).toHaveLength(2)
    await db.prisma.comment.update({
      where: { id: 'root' },
      data: { shown: 1, shownReplies: 1, branchSize: 1 },
    })
    await db.prisma.comment.update({ where: { id: 'reply' }, data: { shown: 1 } })
    await db.prisma.thread.create({ data: { articleId: 'piece', comments: 2 } })
    expect(await recount(db)).toEqual([])
    await db.prisma.recommend.create({ data: { commentId: 'reply', readerKey: 'user:x', createdAt: 1n } })
    await db.prisma.comment.update({ where: { id: 'reply' }, data: { hiddenAncestors: 1 } })
    expect(await recount(db)).toEqual([
      {
        ...{ of: 'comment', id: 'reply' },
        stored: { hiddenAncestors: 1, recommends: 0 },
        counted: { hiddenAncestors: 0, recommends: 1 },
      },
    ])
  })
})
