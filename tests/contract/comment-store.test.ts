import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COMMENT_STATUSES, HIDING } from '../../lib/comments/comment-status'
import type { Comment } from '../../lib/comments/comment'
import { countNumbers } from '../support/thread-numbers'
import { type OpenWorld, type World, onEveryBackendAndThread } from './support/backends'
import {
  aChange,
  aDecision,
  aSubmission,
  move,
  recordOf,
  stateOf,
  storeComment,
  storePiece,
  storeUser,
} from './support/rows'

const parallel = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))

const effects = async (world: World): Promise<readonly string[]> =>
  (await world.outboxStore.lease(world.clock.now(), 1000, 1)).map(({ key }) => key)

onEveryBackendAndThread('CommentStore', (world) => {
  it('stores a submission with its guest, opinions, decision and effects', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), {
      articleId,
      name: 'Zoë 🐦',
      email: 'z@example.org',
      byStaff: true,
    })
    const record = { comment: submission.comment, revisions: [submission.revision] }
    const decision = aDecision(world(), record, 'approved', { reason: 'because', note: 'a note' })
    const outcome = await world().commentStore.insert({
      ...submission,
      decision,
      opinions: [
        {
          check: 'links',
          level: 'hold',
          reason: 'Two links.',
          evidence: { spans: [[0, 4]], facts: { links: 2 } },
        },
      ],
      effects: [
        { key: 'k', effect: { kind: 'comment.submitted', commentId: submission.comment.id, articleId } },
      ],
    })
    expect(outcome).toEqual({ kind: 'stored' })
    expect(await world().commentStore.find(submission.comment.id)).toEqual(record)
    expect(await world().accountStore.findGuestByKeyHash(submission.guest?.keyHash ?? '')).toEqual(
      submission.guest,
    )
    expect(await world().commentStore.decisionsOn(submission.comment.id)).toEqual([decision])
    expect(await world().commentStore.findDecision(decision.id)).toEqual(decision)
    const card = await world().queueReader.card(submission.comment.id)
    expect(card?.opinions).toEqual([
      {
        check: 'links',
        level: 'hold',
        reason: 'Two links.',
        evidence: { spans: [[0, 4]], facts: { links: 2 } },
      },
    ])
    expect(await effects(world())).toEqual(['k'])
  })

  it('answers a repeated key with what was stored first, and writes nothing', async () => {
    const { id: articleId } = await storePiece(world())
    const first = aSubmission(world(), { articleId, submissionKey: 'same' })
    const second = aSubmission(world(), { articleId, submissionKey: 'same' })
    await world().commentStore.insert(first)
    const outcome = await world().commentStore.insert({
      ...second,
      effects: [
        { key: 'second', effect: { kind: 'comment.submitted', commentId: second.comment.id, articleId } },
      ],
    })
    expect(outcome).toEqual({
      kind: 'repeat',
      record: { comment: first.comment, revisions: [first.revision] },
    })
    expect(await world().commentStore.find(second.comment.id)).toBeNull()
    expect(await world().accountStore.findGuestByKeyHash(second.guest?.keyHash ?? '')).toBeNull()
    expect(await effects(world())).toEqual([])
  })

  it('finds what was stored under some of many keys, in the order of the keys', async () => {
    const { id: articleId } = await storePiece(world())
    for (const submissionKey of ['a', 'b', 'c']) await storeComment(world(), { articleId, submissionKey })
    const found = await world().commentStore.findBySubmissionKeys(['c', 'none', 'a'])
    expect(found.map(({ comment }) => comment.submissionKey)).toEqual(['c', 'a'])
    expect(found.map(({ revisions }) => revisions.length)).toEqual([1, 1])
    expect(await world().commentStore.findBySubmissionKeys(['none'])).toEqual([])
  })

  it('makes one comment of fifty copies at once', async () => {
    const { id: articleId } = await storePiece(world())
    const outcomes = await parallel(50, () =>
      world().commentStore.insert(aSubmission(world(), { articleId, submissionKey: 'same' })),
    )
    expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(1)
    const [stored] = await world().commentStore.findBySubmissionKeys(['other', 'same'])
    for (const outcome of outcomes) {
      if (outcome.kind !== 'stored') expect(outcome).toEqual({ kind: 'repeat', record: stored })
    }
  })

  it.each(COMMENT_STATUSES.filter((status) => status !== 'approved'))(
    'refuses a reply to a comment that is %s',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const parent = await storeComment(world(), { articleId, status })
      const reply = aSubmission(world(), { articleId, parent })
      expect(await world().commentStore.insert(reply)).toEqual({ kind: 'parent-hidden' })
      expect(await world().commentStore.find(reply.comment.id)).toBeNull()
      expect(await world().accountStore.findGuestByKeyHash(reply.guest?.keyHash ?? '')).toBeNull()
    },
  )

  it('refuses a reply below something hidden, to nothing, and across pieces', async () => {
    const here = await storePiece(world())
    const there = await storePiece(world())
    const root = await storeComment(world(), { articleId: here.id, status: 'approved' })
    const below = await storeComment(world(), { articleId: here.id, status: 'approved', parent: root })
    const across = aSubmission(world(), { articleId: there.id, parent: root })
    expect(await world().commentStore.insert(across)).toEqual({ kind: 'parent-hidden' })
    const unknown = { ...root, id: world().ids.random() }
    const toNothing = aSubmission(world(), { articleId: here.id, parent: unknown })
    expect(await world().commentStore.insert(toNothing)).toEqual({ kind: 'parent-hidden' })
    await move(world(), root.id, 'spam')
    const reply = aSubmission(world(), { articleId: here.id, parent: below })
    expect(await world().commentStore.insert(reply)).toEqual({ kind: 'parent-hidden' })
  })

  it('applies a decision to comment, revisions, log and outbox together', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const change = await aChange(world(), id, 'approved', {
      effects: [
        { key: 'a', effect: { kind: 'comment.changed', commentId: id, articleId, sight: 'appeared' } },
      ],
    })
    expect(await world().commentStore.apply(change)).toBe(true)
    const { comment, revisions } = await recordOf(world(), id)
    expect(comment).toMatchObject({ status: 'approved', version: 2, pendingRevisionId: null })
    expect(comment.approvedRevisionId).toBe(comment.latestRevisionId)
    expect(revisions.map(({ state }) => state)).toEqual(['approved'])
    expect(await world().commentStore.decisionsOn(id)).toEqual([change.decision])
    expect(await effects(world())).toEqual(['a'])
  })

  it('stores an edit as a new revision and keeps the approved text', async () => {
    const { id: articleId } = await storePiece(world())
    const before = await storeComment(world(), { articleId, status: 'approved' })
    const revision = { ...aSubmission(world(), { articleId }).revision, commentId: before.id, number: 2 }
    const edited = await world().commentStore.apply({
      commentId: before.id,
      expect: { status: 'approved', version: 1 },
      to: {
        ...stateOf(await recordOf(world(), before.id)),
        pendingRevisionId: revision.id,
        latestRevisionId: revision.id,
        queueOrder: 7,
      },
      revision,
      opinions: [{ check: 'mode', level: 'hold', reason: 'Everything waits.', evidence: {} }],
      decision: null,
      effects: [],
    })
    expect(edited).toBe(true)
    const { comment, revisions } = await recordOf(world(), before.id)
    expect(comment).toMatchObject({ status: 'approved', queueOrder: 7, pendingRevisionId: revision.id })
    expect(comment.approvedRevisionId).toBe(before.approvedRevisionId)
    expect(revisions.map(({ number }) => number)).toEqual([1, 2])
    expect((await world().queueReader.card(before.id))?.opinions).toHaveLength(1)
  })

  it('refuses a change that comes late, and writes nothing of it', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const late = await aChange(world(), id, 'rejected', {
      effects: [
        { key: 'late', effect: { kind: 'comment.changed', commentId: id, articleId, sight: 'none' } },
      ],
    })
    await move(world(), id, 'approved')
    const before = await recordOf(world(), id)
    expect(await world().commentStore.apply(late)).toBe(false)
    expect(await world().commentStore.apply({ ...late, expect: { status: 'pending', version: 2 } })).toBe(
      false,
    )
    expect(await world().commentStore.apply({ ...late, expect: { status: 'approved', version: 1 } })).toBe(
      false,
    )
    expect(await recordOf(world(), id)).toEqual(before)
    expect(await world().commentStore.decisionsOn(id)).toHaveLength(1)
    expect(await effects(world())).toEqual([])
  })

  it('refuses a change whose place came into sight meanwhile', async () => {
    const { id: articleId } = await storePiece(world())
    const root = await storeComment(world(), { articleId, status: 'approved' })
    const { id } = await storeComment(world(), { articleId, parent: root, status: 'approved' })
    await move(world(), root.id, 'rejected')
    const change = await aChange(world(), id, 'rejected')
    const hidden = { ...change, expect: { ...change.expect, hiddenAncestors: 1 } }
    await move(world(), root.id, 'approved')
    expect(await world().commentStore.apply(hidden)).toBe(false)
    const seen = { ...change, expect: { ...change.expect, hiddenAncestors: 0 } }
    expect(await world().commentStore.apply(seen)).toBe(true)
  })

  it('lets one of twenty moderators decide', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const changes = await parallel(20, (n) => aChange(world(), id, n % 2 ? 'approved' : 'spam'))
    const outcomes = await parallel(20, async (n) => {
      const change = changes[n]
      return change ? world().commentStore.apply(change) : false
    })
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await world().commentStore.decisionsOn(id)).toHaveLength(1)
    expect((await recordOf(world(), id)).comment.version).toBe(2)
  })

  it('undoes a decision once', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    await move(world(), id, 'spam')
    const [first] = await world().commentStore.decisionsOn(id)
    const undo = async () => {
      const record = await recordOf(world(), id)
      const decision = aDecision(world(), record, 'pending', { move: 'undo', undoesId: first?.id ?? '' })
      return aChange(world(), id, 'pending', { decision })
    }
    expect(await world().commentStore.apply(await undo())).toBe(true)
    await move(world(), id, 'spam')
    const before = await recordOf(world(), id)
    expect(await world().commentStore.apply(await undo())).toBe(false)
    expect(await recordOf(world(), id)).toEqual(before)
  })

  it('remembers a moderator by name and role, not by device', async () => {
    const user = await storeUser(world(), { role: 'moderator', name: 'Mo' })
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const actor = {
      kind: 'user',
      userId: user.id,
      role: 'moderator',
      name: 'Mo',
      sessionId: 'secret',
    } as const
    const decision = aDecision(world(), await recordOf(world(), id), 'approved', { actor })
    await world().commentStore.apply(await aChange(world(), id, 'approved', { decision }))
    const [logged] = await world().commentStore.decisionsOn(id)
    expect(logged?.actor).toEqual({ ...actor, sessionId: '' })
  })

  it('finds the same text again, newest first', async () => {
    const { id: articleId } = await storePiece(world())
    const user = await storeUser(world(), { role: 'member' })
    const stored: string[] = []
    for (const status of ['approved', 'approved', 'spam'] as const) {
      const submission = aSubmission(world(), { articleId, status, userId: user.id })
      await world().commentStore.insert({
        ...submission,
        revision: { ...submission.revision, fingerprint: 'same' },
      })
      stored.unshift(submission.comment.id)
      world().clock.advance(10)
    }
    const found = await world().commentStore.sameText('same', 0)
    expect(found.map(({ comment }) => comment.id)).toEqual(stored)
    expect(await world().commentStore.sameText('same', world().clock.now())).toEqual([])
    expect(await world().commentStore.sameText('other', 0)).toEqual([])
  })

  it('keeps hiding ancestors and every number of the thread right after any move in any tree', async () => {
    const statuses = fc.constantFrom(...COMMENT_STATUSES)
    const tree = fc.array(fc.nat(), { minLength: 2, maxLength: 12 })
    const moves = fc.array(fc.tuple(fc.nat(), statuses), { minLength: 1, maxLength: 12 })
    const run = async (shape: number[], steps: [number, (typeof COMMENT_STATUSES)[number]][]) => {
      const { id: articleId } = await storePiece(world())
      const comments: Comment[] = []
      for (const place of shape) {
        const parent = comments[place % (comments.length + 1)]
        comments.push(
          await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }),
        )
      }
      for (const [place, status] of steps) {
        const comment = comments[place % comments.length]
        if (comment) expect(await move(world(), comment.id, status)).toBe(true)
        await expectTrueCounts(world(), comments)
      }
    }
    await fc.assert(fc.asyncProperty(tree, moves, run), { numRuns: 15 })
  })

  it('never leaves a reply visible below something hidden in the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id: articleId } = await storePiece(world())
      const root = await storeComment(world(), { articleId, status: 'approved' })
      const parent = await storeComment(world(), { articleId, status: 'approved', parent: root })
      const replies = Array.from({ length: 6 }, () =>
        aSubmission(world(), { articleId, status: 'approved', parent }),
      )
      const hide = await aChange(world(), root.id, 'rejected')
      const [early, late] = [replies.slice(0, 3), replies.slice(3)]
      const race = [
        ...early.map((reply) => world().commentStore.insert(reply)),
        world().commentStore.apply(hide),
        ...late.map((reply) => world().commentStore.insert(reply)),
      ]
      await Promise.all(race)
      const stored = await Promise.all(replies.map(({ comment }) => world().commentStore.find(comment.id)))
      const there = stored.flatMap((record) => (record ? [record.comment] : []))
      await expectTrueCounts(world(), [root, parent, ...there])
    }
  })

  it('loses no number when everything happens at once, in one branch and in several', async () => {
    const { id: articleId } = await storePiece(world())
    const roots = await parallel(2, () => storeComment(world(), { articleId, status: 'approved' }))
    const all = [...roots]
    // Chains, so that a stub may hold another one.
    for (let depth = 0; depth < 3; depth += 1) {
      for (const parent of all.slice(-2)) {
        all.push(await storeComment(world(), { articleId, status: 'approved', parent }))
      }
    }
    const random = [...all, ...all, ...all].map((_, n) => COMMENT_STATUSES[(n * 7 + 3) % 6] ?? 'approved')
    for (let round = 0; round < 6; round += 1) {
      const replies = all.map((parent) => aSubmission(world(), { articleId, status: 'approved', parent }))
      const changes = await Promise.all(
        all.map(({ id }, n) => aChange(world(), id, random[n + round * 3] ?? 'approved')),
      )
      const [early, late] = [replies.slice(0, 3), replies.slice(3)]
      await Promise.all([
        ...early.map((reply) => world().commentStore.insert(reply)),
        ...changes.map((change) => world().commentStore.apply(change)),
        ...late.map((reply) => world().commentStore.insert(reply)),
      ])
      const stored = await Promise.all(replies.map(({ comment }) => world().commentStore.find(comment.id)))
      all.push(...stored.flatMap((record) => (record ? [record.comment] : [])))
      await expectTrueCounts(world(), all)
    }
  })

  it('finds texts that meet in any band, each once, newest first, and none that is older', async () => {
    const { id: articleId } = await storePiece(world())
    const { clock, commentStore } = world()
    const written = async (
      bands: readonly [number, number, number, number] | null,
      floodId: string | null,
    ) => {
      clock.advance(1)
      const submission = aSubmission(world(), { articleId, body: `Text of ${clock.now()}` })
      const desk = { script: 'Latin', links: 0, heldBy: [], queueOrder: 1, queueWhy: [], bands, floodId }
      await commentStore.insert({ ...submission, desk })
      return submission
    }
    const old = await written([1, 2, 3, 4], null)
    const all = await written([1, 2, 3, 4], null)
    const last = await written([9, 9, 9, 2 ** 52 - 1], old.comment.id)
    await written([2, 1, 4, 3], null)
    await written(null, null)
    const near = async (since: number) =>
      (await commentStore.nearTexts([1, 2, 3, 2 ** 52 - 1], since)).map(({ commentId }) => commentId)
    expect(await near(old.comment.createdAt)).toEqual([last.comment.id, all.comment.id, old.comment.id])
    expect(await near(all.comment.createdAt)).toEqual([last.comment.id, all.comment.id])
    expect(await near(clock.now() + 1)).toEqual([])
    const seen: string[] = []
    const wanted = await commentStore.nearTexts([1, 2, 3, 4], 0, (body) => {
      seen.push(body)
      return body === old.revision.body
    })
    expect(wanted.map(({ commentId }) => commentId)).toEqual([old.comment.id])
    expect(seen.sort()).toEqual([old.revision.body, all.revision.body].sort())
    expect(await commentStore.nearTexts([7, 7, 7, 2 ** 52 - 1], 0)).toEqual([
      {
        commentId: last.comment.id,
        floodId: old.comment.id,
        status: 'pending',
        body: last.revision.body,
      },
    ])
  })

  it('keeps every letter of a text', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId })
    const body = 'Ünïcode — שלום ‏العربية‏ 日本語 👩‍👩‍👧‍👦 e\u0301\n\t\\ \' " % _ ${x} <b> 𝔘\u200d\ufeff'
    await world().commentStore.insert({ ...submission, revision: { ...submission.revision, body } })
    expect((await recordOf(world(), submission.comment.id)).revisions[0]?.body).toBe(body)
  })
})

/** The stored numbers equal those counted over all comments of their one piece. */
const expectTrueCounts = async (world: OpenWorld, comments: readonly Comment[]): Promise<void> => {
  const now = new Map<string, Comment>()
  for (const { id } of comments) now.set(id, (await recordOf(world, id)).comment)
  for (const comment of now.values()) {
    let hiding = 0
    for (let above = now.get(comment.parentId ?? ''); above; above = now.get(above.parentId ?? '')) {
      if (HIDING.has(above.status)) hiding += 1
    }
    expect(comment.hiddenAncestors).toBe(hiding)
  }
  const [{ articleId } = { articleId: '' }] = comments
  expect(await world.numbers(articleId)).toEqual(countNumbers([...now.values()]))
}
