import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { ADDRESS, storeWith, mailDesk } from './support/mail-desk'
import { storePiece } from './support/rows'

onEveryBackend('MailLog', (world) => {
  const { wishStore, noticeStore, mailLog, now, questions, news, due, idOf, approvedAndTold } =
    mailDesk(world)

  const mail = (id: string, kind: 'notice' | 'question' | 'digest' = 'notice') => ({
    ...{ id, emailKey: ADDRESS, kind, noticeIds: [] },
  })

  it('are known by the mails that went there', async () => {
    expect(await mailLog().facts(ADDRESS, now())).toEqual({
      ...{ refused: false, lastAt: null, mailsThatDay: 0, questions: 0 },
    })
    await mailLog().sent(mail('q', 'question'), now())
    await mailLog().sent(mail('a'), now())
    world().clock.advance(DAY)
    await mailLog().sent(mail('b', 'digest'), now())
    world().clock.advance(HOUR)
    await mailLog().sent(mail('c'), now())
    await mailLog().sent(mail('c'), now())
    await mailLog().sent({ ...mail('d'), emailKey: 'other@post.test' }, now())
    expect(await mailLog().facts(ADDRESS, now())).toEqual({
      ...{ refused: false, lastAt: now(), mailsThatDay: 2, questions: 1 },
    })
    world().clock.advance(7 * DAY)
    expect(await mailLog().facts(ADDRESS, now())).toMatchObject({ questions: 0, mailsThatDay: 2 })
  })

  it('that refuse mail are remembered, and what waits for them is dropped', async () => {
    await approvedAndTold()
    const [row] = await news()
    await mailLog().refused({ ...mail('m'), noticeIds: [row?.noticeId ?? ''] }, now())
    expect((await mailLog().facts(ADDRESS, now())).refused).toBe(true)
    world().clock.advance(DAY)
    expect(await due()).toEqual([])
  })

  it('and mails are forgotten after a while; an address nobody confirmed sooner', async () => {
    const { id: articleId } = await storePiece(world())
    const unconfirmed = await storeWith(world(), { articleId })
    const sure = await approvedAndTold()
    await noticeStore().ask(idOf(unconfirmed), now())
    await mailLog().refused(mail('m'), now())
    expect(await mailLog().prune(now())).toBe(0)
    expect(await wishStore().pruneUnconfirmed(now())).toBe(0)
    world().clock.advance(1)
    expect(await mailLog().prune(now())).toBe(1)
    expect(await wishStore().pruneUnconfirmed(now())).toBe(1)
    expect((await mailLog().facts(ADDRESS, now())).refused).toBe(false)
    expect(await wishStore().find(idOf(unconfirmed), now())).toBeNull()
    expect(await wishStore().find(idOf(sure), now())).not.toBeNull()
    expect(await questions()).toEqual([])
  })
})
