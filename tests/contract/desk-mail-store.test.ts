import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../lib/kernel/clock'
import type { MailDecision } from '../../lib/notifications/desk-mail-store'
import { onEveryBackend } from './support/backends'
import { storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('DeskMailStore', (world) => {
  it('is wished for, and taken on by one worker at a time', async () => {
    const { deskMailStore, clock } = world()
    const { id } = await storeUser(world(), { role: 'moderator' })
    expect(await deskMailStore.rhythmOf(id)).toBeNull()
    expect(await deskMailStore.lease(clock.now(), 100)).toBeNull()
    const since = clock.now()
    await deskMailStore.wish(id, 'daily', since)
    await deskMailStore.wish(id, 'hourly', since + 1)
    expect(await deskMailStore.rhythmOf(id)).toBe('hourly')
    const leased = await Promise.all([1, 2, 3].map(() => deskMailStore.lease(since, 100)))
    expect(leased.filter(Boolean)).toEqual([{ userId: id, rhythm: 'hourly', toldUntil: 0 }])
    expect(await deskMailStore.lease(since + 100, 100)).not.toBeNull()
    await deskMailStore.told(id, since + 50, since + 1_000)
    expect(await deskMailStore.lease(since + 999, 100)).toBeNull()
    expect(await deskMailStore.lease(since + 1_000, 100)).toMatchObject({ toldUntil: since + 50 })
    await deskMailStore.wish(id, null, since)
    expect(await deskMailStore.lease(since + 9_000, 100)).toBeNull()
  })

  it('comes no later than a new rhythm says, and no sooner than it was due', async () => {
    const { deskMailStore, clock } = world()
    const { id } = await storeUser(world(), { role: 'moderator' })
    const now = clock.now()
    await deskMailStore.wish(id, 'daily', now)
    await deskMailStore.told(id, now, now + DAY)
    await deskMailStore.wish(id, 'hourly', now)
    expect(await deskMailStore.lease(now + HOUR - 1, 100)).toBeNull()
    expect(await deskMailStore.lease(now + HOUR, 100)).toEqual({
      ...{ userId: id, rhythm: 'hourly', toldUntil: now },
    })
    await deskMailStore.told(id, now, now + 50)
    await deskMailStore.wish(id, 'daily', now)
    expect(await deskMailStore.lease(now + 49, 100)).toBeNull()
    expect(await deskMailStore.lease(now + 50, 100)).toMatchObject({ rhythm: 'daily' })
    await deskMailStore.wish(id, null, now)
  })

  it('tells what waits and came between, in the order of the queue', async () => {
    const { deskMailStore, clock } = world()
    const { id: articleId } = await storePiece(world())
    await storeComment(world(), { articleId })
    const since = clock.now()
    clock.advance(1)
    const first = await storeComment(world(), { articleId })
    clock.advance(1)
    await storeComment(world(), { articleId, status: 'approved' })
    const second = await storeComment(world(), { articleId })
    const arrived = (until: number, limit: number) => deskMailStore.arrived({ since, until }, limit)
    expect(await arrived(since + 2, 9)).toEqual([first.id, second.id])
    expect(await arrived(since + 1, 9)).toEqual([first.id])
    expect(await arrived(since + 2, 1)).toEqual([first.id])
  })

  it('keeps links by their hash, each used once, however parallel', async () => {
    const { deskMailStore, ids } = world()
    const { id: userId } = await storeUser(world(), { role: 'moderator' })
    const link: MailDecision = {
      ...{ id: ids.random(), hash: 'h', userId, commentId: 'c', revisionId: 'r', version: 3, move: 'reject' },
      ...{ createdAt: 1, expiresAt: 9, usedAt: null },
    }
    await deskMailStore.keep([link])
    expect(await deskMailStore.find('h')).toEqual(link)
    expect(await deskMailStore.find('another')).toBeNull()
    const uses = await Promise.all([1, 2, 3].map(() => deskMailStore.use(link.id, 5)))
    expect(uses.filter(Boolean)).toHaveLength(1)
    expect((await deskMailStore.find('h'))?.usedAt).toBe(5)
    await deskMailStore.release(link.id)
    expect(await deskMailStore.use(link.id, 6)).toBe(true)
  })
})
