import { expect, it } from 'vitest'
import { COMMENT_STATUSES } from '../../lib/comments/comment-status'
import { atOnce } from '../support/at-once'
import { onEveryBackendAndThread } from './support/backends'
import { effectKeys } from './support/effect-keys'
import { aDecision, aSubmission, move, recordOf, storeComment, storePiece, storeUser } from './support/rows'

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
    expect(await effectKeys(world())).toEqual(['k'])
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
    expect(await effectKeys(world())).toEqual([])
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
    const outcomes = await atOnce(50, () =>
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
