import { expect, it } from 'vitest'
import { type OpenWorld, onEveryBackend } from './support/backends'
import { move, storeComment, storePiece } from './support/rows'

const recommended = (commentId: string, articleId: string) => ({
  kind: 'comment.recommended' as const,
  commentId,
  articleId,
})

/** A recommend by this reader, with an effect of its own. */
const one = (world: OpenWorld, commentId: string, articleId: string, readerKey = 'guest:a') => ({
  commentId,
  readerKey,
  guest: null,
  createdAt: world.clock.now(),
  effects: [{ key: world.ids.ordered(), effect: recommended(commentId, articleId) }],
})

const told = async (world: OpenWorld): Promise<number> =>
  (await world.outboxStore.lease(world.clock.now(), 1000, 1)).length

onEveryBackend('RecommendStore', (world) => {
  const aComment = async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId, status: 'approved' })
    const numbers = async () => (await world().numbers(articleId)).byId[id]?.recommends
    return { id, articleId, numbers }
  }

  it('counts one per reader, whatever they repeat, and says so once', async () => {
    const { id, articleId, numbers } = await aComment()
    const { recommendStore } = world()
    expect(await recommendStore.give(one(world(), id, articleId))).toBe(1)
    expect(await recommendStore.give(one(world(), id, articleId))).toBe(1)
    expect(await recommendStore.give(one(world(), id, articleId, 'user:b'))).toBe(2)
    expect(await numbers()).toBe(2)
    expect(await told(world())).toBe(2)
    expect(await recommendStore.has({ commentId: id, readerKey: 'guest:a' })).toBe(true)
    expect(await recommendStore.has({ commentId: id, readerKey: 'user:a' })).toBe(false)
  })

  it('takes one back, once, and nothing that was not there', async () => {
    const { id, articleId, numbers } = await aComment()
    const { recommendStore } = world()
    await recommendStore.give(one(world(), id, articleId))
    expect(await recommendStore.take(one(world(), id, articleId, 'guest:b'))).toBe(1)
    expect(await recommendStore.take(one(world(), id, articleId))).toBe(0)
    expect(await recommendStore.take(one(world(), id, articleId))).toBe(0)
    expect(await numbers()).toBe(0)
    expect(await told(world())).toBe(2)
    expect(await recommendStore.has({ commentId: id, readerKey: 'guest:a' })).toBe(false)
  })

  it('makes the reader a guest in the same moment', async () => {
    const { id, articleId } = await aComment()
    const guest = { id: world().ids.random(), keyHash: world().ids.random(), createdAt: world().clock.now() }
    const readerKey = `guest:${guest.id}`
    await world().recommendStore.give({ ...one(world(), id, articleId, readerKey), guest })
    expect(await world().accountStore.findGuestByKeyHash(guest.keyHash)).toEqual(guest)
  })

  it('loses none when many give and take at once', async () => {
    const { id, articleId, numbers } = await aComment()
    const { recommendStore } = world()
    const readers = Array.from({ length: 12 }, (_, n) => `guest:${n}`)
    await Promise.all(
      readers.flatMap((reader) => [1, 2].map(() => recommendStore.give(one(world(), id, articleId, reader)))),
    )
    expect(await numbers()).toBe(12)
    await Promise.all(
      readers.map((reader, n) =>
        n % 2 === 0
          ? recommendStore.take(one(world(), id, articleId, reader))
          : recommendStore.give(one(world(), id, articleId, reader)),
      ),
    )
    expect(await numbers()).toBe(6)
  })

  it('tells which comments of a piece a reader recommends, and nobody else’s', async () => {
    const { id, articleId } = await aComment()
    const elsewhere = await aComment()
    const { id: other } = await storeComment(world(), { articleId, status: 'approved' })
    const { recommendStore } = world()
    await recommendStore.give(one(world(), id, articleId))
    await recommendStore.give(one(world(), other, articleId, 'guest:b'))
    await recommendStore.give(one(world(), elsewhere.id, elsewhere.articleId))
    expect(await recommendStore.recommendedBy('guest:a', articleId)).toEqual([id])
    expect(await recommendStore.recommendedBy('guest:c', articleId)).toEqual([])
  })

  it.each(['rejected', 'spam', 'pending', 'removed', 'erased'] as const)(
    'tells nothing of what went out of sight since (%s), nor of what that hides',
    async (status) => {
      const { id, articleId } = await aComment()
      const below = await storeComment(world(), { articleId, status: 'approved', parentId: id })
      const { recommendStore } = world()
      for (const given of [id, below.id]) await recommendStore.give(one(world(), given, articleId))
      await move(world(), id, status)
      const stands = status === 'removed' || status === 'erased' ? [below.id] : []
      expect(await recommendStore.recommendedBy('guest:a', articleId)).toEqual(stands)
    },
  )
})
