import { describe, expect, it } from 'vitest'
import { readThread } from '../../../lib/comments/read-thread'
import { ANONYMOUS, SYSTEM } from '../../../lib/kernel/actor'
import { featureComment, featureCommentInput } from '../../../lib/moderation/feature-comment'
import { listQueue } from '../../../lib/moderation/list-queue'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const article = await publicPiece(deps, await person(deps, 'editor', 'Ben'))
  const { commentId, author } = await post(deps, { slug: article.slug, body: 'Worth reading.' })
  const picks = async () => (await readThread(deps, { articleId: article.id }))?.featured.map(({ id }) => id)
  const button = async () => {
    const queue = await must('queue', listQueue(deps, ada, { tab: 'approved', after: '' }))
    return queue.cards.map(({ pick }) => pick)
  }
  return { deps, ada, article, commentId, author, picks, button }
}

describe("a moderator's pick", () => {
  it('is shown above the thread until it is taken away, told to open pages, and written in the log', async () => {
    const { deps, ada, commentId, picks, button } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    expect(await button()).toEqual(['pick'])
    const before = deps.tables.outbox.size
    await must('pick', featureComment(deps, ada, { commentId, pick: 'pick' }))
    expect(await picks()).toEqual([commentId])
    expect(await button()).toEqual(['unpick'])
    const [told] = [...deps.tables.outbox.values()].slice(before)
    expect(told?.effect).toMatchObject({ kind: 'comment.changed', commentId, sight: 'changed' })
    expect(deps.tables.audit.at(-1)).toMatchObject({
      actor: { userId: ada.userId },
      ...{ action: 'pick.comment', subject: `comment:${commentId}` },
    })
    await must('unpick', featureComment(deps, ada, { commentId, pick: 'unpick' }))
    expect(await picks()).toEqual([])
    expect(deps.tables.audit.at(-1)?.action).toBe('unpick.comment')
    expect(deps.tables.outbox.size).toBe(before + 2)
  })

  it('stays what it is when asked for twice', async () => {
    const { deps, ada, commentId } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    await must('pick', featureComment(deps, ada, { commentId, pick: 'pick' }))
    const [audit, outbox] = [deps.tables.audit.length, deps.tables.outbox.size]
    expect(await featureComment(deps, ada, { commentId, pick: 'pick' })).toEqual({
      ok: true,
      value: { pick: 'pick' },
    })
    expect([deps.tables.audit.length, deps.tables.outbox.size]).toEqual([audit, outbox])
  })

  it('goes out of sight with its comment, and has no button there', async () => {
    const { deps, ada, commentId, picks } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    await must('pick', featureComment(deps, ada, { commentId, pick: 'pick' }))
    await decideOn(deps, ada, commentId, 'reject')
    expect(await picks()).toEqual([])
    const queue = await must('queue', listQueue(deps, ada, { tab: 'rejected', after: '' }))
    expect(queue.cards.map(({ pick }) => pick)).toEqual([null])
  })

  it('is made of visible comments only: hidden and unknown are refused alike', async () => {
    const { deps, ada, commentId } = await stage()
    const refusals = await Promise.all(
      [commentId, deps.ids.random()].map((id) => featureComment(deps, ada, { commentId: id, pick: 'pick' })),
    )
    expect(refusals).toMatchObject([{ error: { code: 'not-found' } }, { error: { code: 'not-found' } }])
    expect(refusals[0]).toEqual(refusals[1])
    expect(deps.tables.featured.size).toBe(0)
  })

  it('is made by moderators only', async () => {
    const { deps, ada, commentId, author } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    const writer = await person(deps, 'writer', 'Will')
    const member = await person(deps, 'member', 'Mia')
    for (const actor of [ANONYMOUS, author, writer, member]) {
      const refused = await featureComment(deps, actor, { commentId, pick: 'pick' })
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(deps.tables.featured.size).toBe(0)
    expect((await featureComment(deps, SYSTEM, { commentId, pick: 'pick' })).ok).toBe(true)
  })

  it('takes exact input only', () => {
    const commentId = memoryPorts().ids.random()
    expect(featureCommentInput.safeParse({ commentId, pick: 'pick' }).success).toBe(true)
    for (const wrong of [
      { commentId },
      { commentId, pick: 'yes' },
      { commentId: { not: 'x' }, pick: 'pick' },
      { commentId, pick: 'pick', more: 1 },
    ])
      expect(featureCommentInput.safeParse(wrong).success).toBe(false)
  })
})
