import { describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { findGuest } from '../../../lib/accounts/guests'
import { listRecommended } from '../../../lib/comments/list-recommended'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { LIMITS } from '../../../lib/kernel/limits'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { slug, id: articleId } = await publicPiece(deps, ada)
  const { commentId, author } = await post(deps, { slug })
  await decideOn(deps, ada, commentId, 'approve')
  deps.tables.outbox.clear()
  const recommend = (by: Actor, intent: 'give' | 'take' = 'give', id = commentId, household = 1) =>
    recommendComment(deps, by, { commentId: id, intent }, aClient(household))
  const readers = () => [...(deps.tables.recommends.get(commentId)?.keys() ?? [])]
  return { deps, ada, slug, articleId, commentId, author, recommend, readers }
}

const code = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const result = await outcome
  return result.ok ? 'done' : result.error?.code
}

const reader: Actor = { kind: 'guest', guestId: 'reader' }

describe('recommending a comment', () => {
  it('counts it once per reader, however often it is said, and tells of each change once', async () => {
    const { deps, ada, articleId, commentId, recommend, readers } = await stage()
    const given = { given: true, guestSecret: null }
    expect(await must('give', recommend(reader))).toEqual({ recommends: 1, ...given })
    expect(await must('give', recommend(reader))).toEqual({ recommends: 1, ...given })
    expect(await must('give', recommend(ada))).toEqual({ recommends: 2, ...given })
    expect(readers()).toEqual(['guest:reader', `user:${ada.userId}`])
    expect([...deps.tables.outbox.values()].map(({ effect }) => effect)).toEqual([
      { kind: 'comment.recommended', commentId, articleId },
      { kind: 'comment.recommended', commentId, articleId },
    ])
  })

  it('is taken back, once, and by nobody who has not given it', async () => {
    const { deps, recommend } = await stage()
    await recommend(reader)
    const other: Actor = { kind: 'guest', guestId: 'other' }
    expect(await must('take', recommend(other, 'take'))).toMatchObject({ recommends: 1, given: false })
    expect(await must('take', recommend(reader, 'take'))).toMatchObject({ recommends: 0, given: false })
    expect(await must('take', recommend(reader, 'take'))).toMatchObject({ recommends: 0, given: false })
    expect(deps.tables.outbox.size).toBe(2)
  })

  it('makes an anonymous reader a guest, who can take it back with the key', async () => {
    const { deps, recommend, readers } = await stage()
    const { guestSecret, recommends } = await must('give', recommend(ANONYMOUS))
    expect(recommends).toBe(1)
    const guest = await findGuest(deps, guestSecret ?? '')
    if (!guest) throw new Error('no guest')
    expect(readers()).toEqual([`guest:${guest.guestId}`])
    expect(await must('take', recommend(guest, 'take'))).toMatchObject({ recommends: 0, guestSecret: null })
  })

  it('makes nobody a guest who only takes back what was never given', async () => {
    const { deps, recommend } = await stage()
    const before = deps.tables.guests.size
    expect(await must('take', recommend(ANONYMOUS, 'take'))).toEqual({
      ...{ recommends: 0, given: false, guestSecret: null },
    })
    expect(deps.tables.guests.size).toBe(before)
  })

  it('tells a reader which comments of a piece they recommend, and a stranger of none', async () => {
    const { deps, articleId, commentId, recommend } = await stage()
    await recommend(reader)
    expect(await listRecommended(deps, reader, { articleId })).toEqual([commentId])
    expect(await listRecommended(deps, reader, { articleId: 'elsewhere' })).toEqual([])
    expect(await listRecommended(deps, ANONYMOUS, { articleId })).toEqual([])
    expect(await listRecommended(deps, { kind: 'guest', guestId: 'x' }, { articleId })).toEqual([])
  })
})

describe('what is refused', () => {
  it('one’s own comment, in plain words', async () => {
    const { author, recommend, readers } = await stage()
    const refused = await recommend(author)
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(refused.ok ? '' : refused.error.message).toContain('your own')
    expect(readers()).toEqual([])
  })

  it('a hidden comment, its hidden branch, a stub and an unknown one, all with the same answer', async () => {
    const { deps, ada, slug, commentId, author, recommend } = await stage()
    const waiting = await post(deps, { slug })
    const below = await post(deps, { slug, parentId: commentId }, ada)
    await decideOn(deps, ada, commentId, 'reject')
    const removed = await post(deps, { slug })
    await decideOn(deps, ada, removed.commentId, 'approve')
    await post(deps, { slug, parentId: removed.commentId }, ada)
    const { comment } = await stored(deps, removed.commentId)
    await must(
      'withdraw',
      withdrawComment(deps, removed.author, { commentId: removed.commentId, version: comment.version }),
    )
    const unknown = await recommend(reader, 'give', deps.ids.random())
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } })
    for (const id of [waiting.commentId, below.commentId, commentId, removed.commentId, 'no id at all', '']) {
      expect(await recommend(reader, 'give', id)).toEqual(unknown)
      expect(await recommend(author, 'give', id)).toEqual(unknown)
    }
    expect(await recommend(waiting.author, 'give', waiting.commentId)).toEqual(unknown)
    expect([...deps.tables.recommends.values()].every((readers) => readers.size === 0)).toBe(true)
  })

  it('more than the limit from one address block, for one comment and for all', async () => {
    const { deps, slug, ada, commentId } = await stage()
    const limited = { ...deps, limits: memoryLimits() }
    const give = (by: string, household: number, id = commentId) =>
      recommendComment(
        limited,
        { kind: 'guest', guestId: by },
        { commentId: id, intent: 'give' },
        aClient(household),
      )
    const { points } = LIMITS['recommend.comment']
    for (let n = 0; n < points; n += 1) expect(await code(give(`g${n}`, 1))).toBe('done')
    // Saying it again costs nothing, a new reader of the same household is one too many, another household is not.
    expect(await code(give('g0', 1))).toBe('done')
    expect(await code(give('one more', 1))).toBe('limited')
    expect(await code(give('elsewhere', 2))).toBe('done')
    const { commentId: other } = await post(deps, { slug }, ada)
    expect(await code(give('one more', 1, other))).toBe('done')

    const burst = LIMITS['recommend.burst'].points
    const taken = await Promise.all(
      Array.from({ length: burst + 1 }, () =>
        recommendComment(limited, reader, { commentId, intent: 'take' }, aClient(9)),
      ),
    )
    expect(taken.filter(({ ok }) => ok)).toHaveLength(burst)
    expect(await recommendComment(limited, reader, { commentId, intent: 'take' }, aClient(9))).toMatchObject({
      ok: false,
      error: { code: 'limited', retryAfter: expect.any(Number) },
    })
  })
})
