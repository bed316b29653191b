import { expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { ADDRESS, storeWith, mailDesk } from './support/mail-desk'
import { audit, move, storePiece, storeUser } from './support/rows'

onEveryBackend('NoticeStore: news', (world) => {
  const { wishStore, noticeStore, mailLog, now, news, due, note, idOf, confirmed, approvedAndTold } =
    mailDesk(world)

  it('tell an author of the approval, once, with what readers see', async () => {
    const { comment, wishes } = await approvedAndTold()
    await note(comment.id)
    expect(await due()).toEqual([ADDRESS])
    const [row, ...others] = await news()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      ...{ subscriptionId: wishes[0]?.id, wish: 'approved', email: ADDRESS, commentId: comment.id },
      ...{ approved: true, attempts: 1, visible: { name: comment.name } },
    })
    expect(row?.visible?.body).not.toBe('')
    await mailLog().sent(
      { id: 'm', emailKey: ADDRESS, kind: 'notice', noticeIds: [row?.noticeId ?? ''] },
      now(),
    )
    world().clock.advance(DAY)
    await note(comment.id)
    expect(await due()).toEqual([])
  })

  it('wait for their moment, and for a confirmation', async () => {
    const { id: articleId } = await storePiece(world())
    const stored = await storeWith(world(), { articleId, status: 'approved' })
    await noticeStore().note(stored.comment.id, now(), now() + MINUTE)
    world().clock.advance(MINUTE - 1)
    await wishStore().confirm(idOf(stored), now())
    expect(await due()).toEqual([])
    expect(await news()).toEqual([])
    world().clock.advance(1)
    expect(await due()).toEqual([ADDRESS])
    expect(await news()).toHaveLength(1)
  })

  it('of the unconfirmed go nowhere', async () => {
    await approvedAndTold({}, { confirmedAt: null })
    expect(await due()).toEqual([])
    expect(await news()).toEqual([])
  })

  it('wait anew when the same thing happens again before they were told', async () => {
    const { comment } = await approvedAndTold()
    await noticeStore().note(comment.id, now(), now() + MINUTE)
    expect(await due()).toEqual([])
    // An older cause that is carried out late takes nothing back.
    await noticeStore().note(comment.id, now(), now() + 1)
    world().clock.advance(MINUTE - 1)
    expect(await due()).toEqual([])
    world().clock.advance(1)
    expect(await due()).toEqual([ADDRESS])
  })

  it('tell of a reply, not of one’s own, and not its author', async () => {
    const parent = await approvedAndTold({}, { kind: 'replies' })
    expect(await news()).toEqual([])
    const { articleId, comment } = parent
    const own = await storeWith(
      world(),
      {
        articleId,
        parent: comment,
        status: 'approved',
        guestId: comment.guestId,
      },
      [],
    )
    const reply = await storeWith(world(), { articleId, parent: comment, status: 'approved' }, [])
    const below = await storeWith(world(), { articleId, parent: reply.comment, status: 'approved' }, [])
    for (const one of [own, reply, below]) await note(one.comment.id)
    expect((await news()).map(({ commentId, wish }) => [commentId, wish])).toEqual([
      [reply.comment.id, 'replies'],
    ])
  })

  it.each(['pending', 'rejected', 'spam'] as const)('say nothing of a comment that is %s', async (status) => {
    const { comment, articleId } = await approvedAndTold({}, { kind: 'replies' })
    const reply = await storeWith(world(), { articleId, parent: comment, status, name: 'CANARY' }, [
      confirmed,
    ])
    await note(reply.comment.id)
    expect(await due()).toEqual([])
  })

  it('hand out no words of what is hidden by now', async () => {
    const { comment, articleId } = await approvedAndTold({}, { kind: 'replies' })
    const reply = await storeWith(world(), { articleId, parent: comment, status: 'approved' }, [])
    await note(reply.comment.id)
    await move(world(), reply.comment.id, 'pending')
    const [row] = await news()
    expect(row).toMatchObject({ visible: null, approved: false })
    await noticeStore().drop([row?.noticeId ?? ''])
    await move(world(), reply.comment.id, 'approved')
    await note(reply.comment.id)
    expect(await news()).toMatchObject([{ visible: { name: reply.comment.name } }])
  })

  it('know that a reply stands while only something above it is hidden', async () => {
    const { comment, articleId } = await approvedAndTold({}, { kind: 'replies' })
    const reply = await storeWith(world(), { articleId, parent: comment, status: 'approved' }, [])
    await note(reply.comment.id)
    await move(world(), comment.id, 'rejected')
    expect(await news()).toMatchObject([{ visible: null, approved: true }])
  })

  it('tell nothing under a piece that is not public any more', async () => {
    const { articleId } = await approvedAndTold()
    await world().articleStore.apply({
      ...{ articleId, expectVersion: 1, set: { status: 'unpublished' }, audit, effects: [] },
    })
    expect(await news()).toMatchObject([{ visible: null, approved: true }])
  })

  it('end with the comment that asked for them', async () => {
    const { comment, articleId, wishes } = await approvedAndTold({}, { kind: 'replies' })
    const reply = await storeWith(world(), { articleId, parent: comment, status: 'approved' }, [])
    await note(reply.comment.id)
    await move(world(), comment.id, 'removed')
    await note(comment.id)
    expect((await wishStore().find(wishes[0]?.id ?? '', now()))?.endedAt).toBe(now())
    expect(await due()).toEqual([])
    await note(reply.comment.id)
    expect(await news()).toEqual([])
  })

  it('tell nothing to an account that was shut out', async () => {
    const user = await storeUser(world(), { role: 'member' })
    await approvedAndTold({ userId: user.id, guestId: null })
    await world().accountStore.changeUser(user.id, { disabledAt: now() }, audit)
    expect(await news()).toMatchObject([{ visible: null, approved: false }])
  })

  it('never go to two workers', async () => {
    const { id: articleId } = await storePiece(world())
    for (let n = 0; n < 12; n += 1) await approvedAndTold({ articleId })
    const taken = await Promise.all(
      Array.from({ length: 6 }, () => noticeStore().leaseNews(ADDRESS, now(), 4, MINUTE)),
    )
    const ids = taken.flat().map(({ noticeId }) => noticeId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are held back, postponed, dropped one by one and for an address', async () => {
    await approvedAndTold()
    await noticeStore().hold(ADDRESS, now() + HOUR)
    expect(await due()).toEqual([])
    world().clock.advance(HOUR)
    const [row] = await news()
    await noticeStore().postpone([row?.noticeId ?? ''], now() + HOUR)
    await noticeStore().postpone([], now())
    world().clock.advance(HOUR - 1)
    expect(await news()).toEqual([])
    world().clock.advance(1)
    expect(await news()).toHaveLength(1)
    await noticeStore().dropAddress(ADDRESS)
    await noticeStore().drop([])
    world().clock.advance(DAY)
    expect(await news()).toEqual([])
  })
})
