import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { ADDRESS, storeWith, mailDesk } from './support/mail-desk'
import { storePiece } from './support/rows'

onEveryBackend('NotificationStore: addresses', (world) => {
  const { store, now, questions, news, due, idOf, approvedAndTold } = mailDesk(world)

  const mail = (id: string, kind: 'notice' | 'question' | 'digest' = 'notice') => ({
    ...{ id, emailKey: ADDRESS, kind, noticeIds: [] },
  })

  it('are known by the mails that went there', async () => {
    expect(await store().facts(ADDRESS, now())).toEqual({
      ...{ refused: false, lastAt: null, mailsThatDay: 0, questions: 0 },
    })
    await store().sent(mail('q', 'question'), now())
    await store().sent(mail('a'), now())
    world().clock.advance(DAY)
    await store().sent(mail('b', 'digest'), now())
    world().clock.advance(HOUR)
    await store().sent(mail('c'), now())
    await store().sent(mail('c'), now())
    await store().sent({ ...mail('d'), emailKey: 'other@post.test' }, now())
    expect(await store().facts(ADDRESS, now())).toEqual({
      ...{ refused: false, lastAt: now(), mailsThatDay: 2, questions: 1 },
    })
    world().clock.advance(7 * DAY)
    expect(await store().facts(ADDRESS, now())).toMatchObject({ questions: 0, mailsThatDay: 2 })
  })

  it('that refuse mail are remembered, and what waits for them is dropped', async () => {
    await approvedAndTold()
    const [row] = await news()
    await store().refused({ ...mail('m'), noticeIds: [row?.noticeId ?? ''] }, now())
    expect((await store().facts(ADDRESS, now())).refused).toBe(true)
    world().clock.advance(DAY)
    expect(await due()).toEqual([])
  })

  it('and mails are forgotten after a while; an address nobody confirmed sooner', async () => {
    const { id: articleId } = await storePiece(world())
    const unconfirmed = await storeWith(world(), { articleId })
    const sure = await approvedAndTold()
    await store().ask(idOf(unconfirmed), now())
    await store().refused(mail('m'), now())
    expect(await store().prune({ mails: now(), unconfirmed: now() })).toBe(0)
    world().clock.advance(1)
    expect(await store().prune({ mails: now(), unconfirmed: now() })).toBe(2)
    expect((await store().facts(ADDRESS, now())).refused).toBe(false)
    expect(await store().find(idOf(unconfirmed), now())).toBeNull()
    expect(await store().find(idOf(sure), now())).not.toBeNull()
    expect(await questions()).toEqual([])
  })
})
