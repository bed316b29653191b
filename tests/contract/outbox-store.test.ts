import { expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../lib/kernel/clock'
import { type World, onEveryBackend } from './support/backends'
import { aSubmission, storePiece } from './support/rows'

/** Queues effects as comments do: inside a change. */
const queue = async (world: World, ...keys: readonly string[]): Promise<void> => {
  const { id: articleId } = await storePiece(world)
  const submission = aSubmission(world, { articleId })
  await world.commentStore.insert({
    ...submission,
    effects: keys.map((key) => ({
      key,
      effect: { kind: 'comment.submitted', commentId: submission.comment.id, articleId },
    })),
  })
}

onEveryBackend('OutboxStore', (world) => {
  const now = () => world().clock.now()
  const lease = (limit = 10, leaseMs: number = MINUTE) => world().outboxStore.lease(now(), limit, leaseMs)
  const keys = async (...args: Parameters<typeof lease>) => (await lease(...args)).map(({ key }) => key)

  it('hands out effects in the order of their causes, to one worker at a time', async () => {
    await queue(world(), 'a', 'b', 'c')
    await queue(world(), 'd')
    expect(await keys(2)).toEqual(['a', 'b'])
    expect(await keys(9)).toEqual(['c', 'd'])
    expect(await keys(9)).toEqual([])
  })

  it('never hands one effect to two workers', async () => {
    await queue(world(), ...Array.from({ length: 40 }, (_, n) => `k${n}`))
    const taken = await Promise.all(Array.from({ length: 10 }, () => keys(7)))
    const all = taken.flat()
    expect(new Set(all).size).toBe(all.length)
    expect([...all, ...(await keys(40))]).toHaveLength(40)
  })

  it('keeps what is told elsewhere in a line of its own', async () => {
    const { outboxStore } = world()
    await queue(world(), 'a')
    const told = { kind: 'article.told', to: 'hub', articleId: 'p', slugs: [], since: 0 } as const
    await outboxStore.queue([{ key: 'b', effect: told }], now())
    const take = async (reach: 'here' | 'elsewhere') =>
      (await outboxStore.lease(now(), 10, MINUTE, reach)).map(({ key }) => key)
    expect(await take('elsewhere')).toEqual(['b'])
    expect(await take('elsewhere')).toEqual([])
    expect(await take('here')).toEqual(['a'])
  })

  it('queues the same key once', async () => {
    await queue(world(), 'same')
    await queue(world(), 'same', 'other')
    expect(await keys()).toEqual(['same', 'other'])
  })

  it('hands an effect out again when its worker died', async () => {
    await queue(world(), 'a')
    expect(await lease(1, MINUTE)).toMatchObject([{ key: 'a', attempts: 1, createdAt: now() }])
    world().clock.advance(MINUTE - 1)
    expect(await lease()).toEqual([])
    world().clock.advance(1)
    expect(await lease()).toMatchObject([{ key: 'a', attempts: 2 }])
  })

  it('forgets what is done, and prunes it', async () => {
    await queue(world(), 'a', 'b')
    const leased = await lease()
    await world().outboxStore.done([leased[0]?.id ?? ''], now())
    await world().outboxStore.done([], now())
    world().clock.advance(HOUR)
    expect(await keys()).toEqual(['b'])
    expect(await world().outboxStore.prune(now() - HOUR)).toBe(0)
    expect(await world().outboxStore.prune(now())).toBe(1)
    await queue(world(), 'a')
    expect(await keys()).toEqual(['a'])
  })

  it('waits longer after every failure, twelve hours at most', async () => {
    await queue(world(), 'a')
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720]) {
      const [leased] = await lease()
      expect(leased?.key).toBe('a')
      await world().outboxStore.fail(leased?.id ?? '', 'e'.repeat(1000), now())
      world().clock.advance(wait * MINUTE - 1)
      expect(await lease()).toEqual([])
      world().clock.advance(1)
    }
  })
})
