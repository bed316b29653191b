import { expect, it } from 'vitest'
import type { Subscription } from '../../lib/comments/subscription'
import { onEveryBackend } from './support/backends'
import { ADDRESS, storeWith, mailDesk } from './support/mail-desk'
import { aSubmission, storePiece, storeUser } from './support/rows'

onEveryBackend('WishStore', (world) => {
  const { wishStore, noticeStore, now, idOf, confirmed } = mailDesk(world)

  it('are stored with their comment, and found with the public piece', async () => {
    const piece = await storePiece(world())
    const stored = await storeWith(world(), { articleId: piece.id })
    expect(await wishStore().find(idOf(stored), now())).toEqual({
      ...stored.wishes[0],
      piece: { slug: piece.slug, title: 'The proof-reader’s mark' },
    })
    expect(await wishStore().find(world().ids.random(), now())).toBeNull()
  })

  it('tell no title of a piece that is not public', async () => {
    const { id: articleId } = await storePiece(world(), { status: 'draft', publishedAt: null })
    const stored = await storeWith(world(), { articleId })
    expect((await wishStore().find(idOf(stored), now()))?.piece).toBeNull()
  })

  it('are not stored when the comment is not', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId })
    await world().commentStore.insert(submission)
    const wish: Subscription = {
      ...{ id: world().ids.random(), kind: 'replies', commentId: submission.comment.id, email: ADDRESS },
      ...{ emailKey: ADDRESS, userId: null, guestId: submission.comment.guestId, createdAt: now() },
      ...{ confirmedAt: null, endedAt: null },
    }
    expect(await world().commentStore.insert({ ...submission, subscriptions: [wish] })).toMatchObject({
      kind: 'repeat',
    })
    expect(await wishStore().find(wish.id, now())).toBeNull()
  })

  it('are confirmed once, with the same guest’s others of the same address, and nobody else’s', async () => {
    const { id: articleId } = await storePiece(world())
    const first = await storeWith(world(), { articleId }, [{ kind: 'approved' }, { kind: 'replies' }])
    const { guestId } = first.comment
    const other = await storeWith(world(), { articleId, guestId })
    const elsewhere = await storeWith(world(), { articleId, guestId }, [
      { email: 'b@post.test', emailKey: 'b@post.test' },
    ])
    const stranger = await storeWith(world(), { articleId })
    expect(await wishStore().confirm(idOf(first), now())).toBe(true)
    world().clock.advance(1)
    expect(await wishStore().confirm(idOf(first), now())).toBe(false)
    const confirmedAt = async (id: string) => (await wishStore().find(id, now()))?.confirmedAt
    expect(await Promise.all([...first.wishes, ...other.wishes].map(({ id }) => confirmedAt(id)))).toEqual([
      now() - 1,
      now() - 1,
      now() - 1,
    ])
    expect(await confirmedAt(idOf(elsewhere))).toBeNull()
    expect(await confirmedAt(idOf(stranger))).toBeNull()
  })

  it('are no wishes where only the link was wanted: asked about, never confirmed, never found', async () => {
    const { id: articleId } = await storePiece(world())
    const link = await storeWith(world(), { articleId }, [{ kind: 'link' }])
    await noticeStore().ask(idOf(link), now())
    expect(await noticeStore().leaseQuestions(now(), 5, 1_000)).toMatchObject([
      { subscriptionId: idOf(link), wishes: [] },
    ])
    expect(await wishStore().confirm(idOf(link), now())).toBe(false)
    expect(await wishStore().find(idOf(link), now())).toBeNull()
    const wish = await storeWith(world(), { articleId, guestId: link.comment.guestId })
    expect(await wishStore().confirm(idOf(wish), now())).toBe(true)
    expect(await wishStore().countActive(ADDRESS)).toBe(1)
    const next = await storeWith(world(), { articleId, guestId: link.comment.guestId }, [{ kind: 'link' }])
    await noticeStore().ask(idOf(next), now())
    expect(await noticeStore().leaseQuestions(now(), 5, 1_000)).toHaveLength(1)
  })

  it('are confirmed once by twenty at a time', async () => {
    const { id: articleId } = await storePiece(world())
    const stored = await storeWith(world(), { articleId })
    const all = await Promise.all(Array.from({ length: 20 }, () => wishStore().confirm(idOf(stored), now())))
    expect(all.filter(Boolean)).toHaveLength(1)
  })

  it('of a guest who confirmed the address before are confirmed on arrival, until those mails are stopped', async () => {
    const { id: articleId } = await storePiece(world())
    const first = await storeWith(world(), { articleId })
    await wishStore().confirm(idOf(first), now())
    const { guestId } = first.comment
    const next = await storeWith(world(), { articleId, guestId })
    const stranger = await storeWith(world(), { articleId })
    expect((await wishStore().find(idOf(next), now()))?.confirmedAt).toBe(next.comment.createdAt)
    expect((await wishStore().find(idOf(stranger), now()))?.confirmedAt).toBeNull()
    await wishStore().end({ emailKey: ADDRESS }, now())
    const later = await storeWith(world(), { articleId, guestId })
    expect((await wishStore().find(idOf(later), now()))?.confirmedAt).toBeNull()
  })

  it('end one by one, for an address, for a comment, and only for their owner', async () => {
    const { id: articleId } = await storePiece(world())
    const user = await storeUser(world(), { role: 'member' })
    const own = { articleId, userId: user.id, guestId: null }
    const a = await storeWith(world(), own, [
      { ...confirmed, kind: 'approved' },
      { ...confirmed, kind: 'replies' },
    ])
    const b = await storeWith(world(), own, [confirmed])
    expect(await wishStore().end({ subscriptionId: idOf(a), userId: world().ids.random() }, now())).toBe(0)
    expect(await wishStore().activeOf(user.id, now())).toHaveLength(3)
    expect(await wishStore().countActive(ADDRESS)).toBe(3)
    expect(await wishStore().end({ subscriptionId: idOf(a), userId: user.id }, now())).toBe(1)
    expect(await wishStore().end({ subscriptionId: idOf(a) }, now())).toBe(0)
    expect(await wishStore().end({ commentId: b.comment.id }, now())).toBe(1)
    expect((await wishStore().activeOf(user.id, now())).map(({ kind }) => kind)).toEqual(['replies'])
    expect(await wishStore().end({ emailKey: ADDRESS }, now())).toBe(1)
    expect(await wishStore().countActive(ADDRESS)).toBe(0)
    expect(await wishStore().confirm(idOf(a), now())).toBe(false)
  })
})
