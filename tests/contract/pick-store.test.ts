import { expect, it } from 'vitest'
import { COMMENT_STATUSES } from '../../lib/comments/comment-status'
import { onEveryBackend } from './support/backends'
import { audit, move, storeComment, storePiece } from './support/rows'

onEveryBackend('PickStore', (world) => {
  const pick = (commentId: string, featuredAt: number | null, key = 'k') =>
    world().pickStore.set({
      ...{ commentId, featuredAt, audit },
      effects: [{ key, effect: { kind: 'comment.changed', commentId, articleId: 'a', sight: 'changed' } }],
    })
  const effects = async () =>
    (await world().outboxStore.lease(world().clock.now(), 1000, 1)).map(({ key }) => key)
  const picks = async (articleId: string) =>
    (await world().threadReader.featured(articleId, world().clock.now(), 3)).map(({ id }) => id)

  it('marks a comment that stands and takes the mark away, each with its effects, once', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId, status: 'approved' })
    expect(await pick(id, 5)).toBe(true)
    expect(await pick(id, 6, 'again')).toBe(false)
    expect(await picks(articleId)).toEqual([id])
    expect(await world().queueReader.card(id)).toMatchObject({ picked: true })
    expect(await effects()).toEqual(['k'])
    expect(await pick(id, null, 'off')).toBe(true)
    expect(await pick(id, null, 'off again')).toBe(false)
    expect(await picks(articleId)).toEqual([])
    expect(await world().queueReader.card(id)).toMatchObject({ picked: false })
    expect(await effects()).toEqual(['off'])
  })

  it('shows the newest pick first, whenever the comments were written', async () => {
    const { id: articleId } = await storePiece(world())
    const one = await storeComment(world(), { articleId, status: 'approved' })
    const two = await storeComment(world(), { articleId, status: 'approved' })
    await pick(two.id, 5)
    await pick(one.id, 6)
    expect(await picks(articleId)).toEqual([one.id, two.id])
  })

  it.each(COMMENT_STATUSES.filter((status) => status !== 'approved'))(
    'marks nothing that is %s',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const { id } = await storeComment(world(), { articleId, status: 'approved' })
      await move(world(), id, status)
      expect(await pick(id, 5)).toBe(false)
      expect(await pick('0'.repeat(26), 5)).toBe(false)
      expect(await effects()).toEqual([])
    },
  )

  it('marks nothing below something hidden, and shows no pick that went out of sight', async () => {
    const { id: articleId } = await storePiece(world())
    const root = await storeComment(world(), { articleId, status: 'approved' })
    const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
    const other = await storeComment(world(), { articleId, status: 'approved', parent: root })
    await pick(reply.id, 5)
    await move(world(), root.id, 'rejected')
    expect(await picks(articleId)).toEqual([])
    expect(await pick(other.id, 6)).toBe(false)
    expect(await pick(reply.id, null)).toBe(false)
    await move(world(), root.id, 'approved')
    expect(await picks(articleId)).toEqual([reply.id])
  })
})
