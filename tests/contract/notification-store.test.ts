import { describe, expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import type { Subscription } from '../../lib/comments/subscription'
import { DAY, HOUR, MINUTE } from '../../lib/kernel/clock'
import { type World, onEveryBackend } from './support/backends'
import { aSubmission, audit, move, storePiece, storeUser } from './support/rows'

const ADDRESS = 'reader@post.test'

type Given = Parameters<typeof aSubmission>[1]

/** A comment with these wishes; its guest is new unless one is given. */
const storeWith = async (
  world: World,
  given: Given,
  wishes: readonly Partial<Subscription>[] = [{}],
): Promise<{ readonly comment: Comment; readonly wishes: readonly Subscription[] }> => {
  const submission = aSubmission(world, given)
  const { comment } = submission
  const subscriptions = wishes.map((wish): Subscription => {
    const { id: commentId, guestId, userId, createdAt } = comment
    return {
      ...{ id: world.ids.random(), kind: 'approved', commentId, email: ADDRESS, emailKey: ADDRESS },
      ...{ userId, guestId, createdAt, confirmedAt: null, endedAt: null },
      ...wish,
    }
  })
  const { kind } = await world.commentStore.insert({ ...submission, subscriptions })
  if (kind !== 'stored') throw new Error(kind)
  return { comment, wishes: subscriptions }
}

onEveryBackend('NotificationStore', (world) => {
  const store = () => world().notificationStore
  const now = () => world().clock.now()
  const questions = () => store().leaseQuestions(now(), 10, MINUTE)
  const news = (address = ADDRESS) => store().leaseNews(address, now(), 50, MINUTE)
  const due = () => store().dueAddresses(now(), 10)
  const note = (commentId: string) => store().note(commentId, now(), now())
  const idOf = ({ wishes }: { wishes: readonly Subscription[] }): string => wishes[0]?.id ?? ''
  const confirmed = { confirmedAt: 1 } as const

  /** Its guest is confirmed, its comment approved and noted. */
  const approvedAndTold = async (given: Partial<Given> = {}, wish: Partial<Subscription> = {}) => {
    const articleId = given.articleId ?? (await storePiece(world())).id
    const stored = await storeWith(world(), { articleId, status: 'approved', ...given }, [
      { ...confirmed, ...wish },
    ])
    await note(stored.comment.id)
    return { ...stored, articleId }
  }

  describe('wishes', () => {
    it('are stored with their comment, and found with the public piece', async () => {
      const piece = await storePiece(world())
      const stored = await storeWith(world(), { articleId: piece.id })
      expect(await store().find(idOf(stored), now())).toEqual({
        ...stored.wishes[0],
        piece: { slug: piece.slug, title: 'The proof-reader’s mark' },
      })
      expect(await store().find(world().ids.random(), now())).toBeNull()
    })

    it('tell no title of a piece that is not public', async () => {
      const { id: articleId } = await storePiece(world(), { status: 'draft', publishedAt: null })
      const stored = await storeWith(world(), { articleId })
      expect((await store().find(idOf(stored), now()))?.piece).toBeNull()
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
      expect(await store().find(wish.id, now())).toBeNull()
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
      expect(await store().confirm(idOf(first), now())).toBe(true)
      world().clock.advance(1)
      expect(await store().confirm(idOf(first), now())).toBe(false)
      const confirmedAt = async (id: string) => (await store().find(id, now()))?.confirmedAt
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
      await store().ask(idOf(link), now())
      expect(await store().leaseQuestions(now(), 5, 1_000)).toMatchObject([
        { subscriptionId: idOf(link), wishes: [] },
      ])
      expect(await store().confirm(idOf(link), now())).toBe(false)
      expect(await store().find(idOf(link), now())).toBeNull()
      const wish = await storeWith(world(), { articleId, guestId: link.comment.guestId })
      expect(await store().confirm(idOf(wish), now())).toBe(true)
      expect(await store().countActive(ADDRESS)).toBe(1)
      const next = await storeWith(world(), { articleId, guestId: link.comment.guestId }, [{ kind: 'link' }])
      await store().ask(idOf(next), now())
      expect(await store().leaseQuestions(now(), 5, 1_000)).toHaveLength(1)
    })

    it('are confirmed once by twenty at a time', async () => {
      const { id: articleId } = await storePiece(world())
      const stored = await storeWith(world(), { articleId })
      const all = await Promise.all(Array.from({ length: 20 }, () => store().confirm(idOf(stored), now())))
      expect(all.filter(Boolean)).toHaveLength(1)
    })

    it('of a guest who confirmed the address before are confirmed on arrival, until those mails are stopped', async () => {
      const { id: articleId } = await storePiece(world())
      const first = await storeWith(world(), { articleId })
      await store().confirm(idOf(first), now())
      const { guestId } = first.comment
      const next = await storeWith(world(), { articleId, guestId })
      const stranger = await storeWith(world(), { articleId })
      expect((await store().find(idOf(next), now()))?.confirmedAt).toBe(next.comment.createdAt)
      expect((await store().find(idOf(stranger), now()))?.confirmedAt).toBeNull()
      await store().end({ emailKey: ADDRESS }, now())
      const later = await storeWith(world(), { articleId, guestId })
      expect((await store().find(idOf(later), now()))?.confirmedAt).toBeNull()
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
      expect(await store().end({ subscriptionId: idOf(a), userId: world().ids.random() }, now())).toBe(0)
      expect(await store().activeOf(user.id, now())).toHaveLength(3)
      expect(await store().countActive(ADDRESS)).toBe(3)
      expect(await store().end({ subscriptionId: idOf(a), userId: user.id }, now())).toBe(1)
      expect(await store().end({ subscriptionId: idOf(a) }, now())).toBe(0)
      expect(await store().end({ commentId: b.comment.id }, now())).toBe(1)
      expect((await store().activeOf(user.id, now())).map(({ kind }) => kind)).toEqual(['replies'])
      expect(await store().end({ emailKey: ADDRESS }, now())).toBe(1)
      expect(await store().countActive(ADDRESS)).toBe(0)
      expect(await store().confirm(idOf(a), now())).toBe(false)
    })
  })

  describe('questions', () => {
    const asked = async (given: Partial<Given> = {}) => {
      const articleId = given.articleId ?? (await storePiece(world())).id
      const stored = await storeWith(world(), { articleId, ...given }, [
        { kind: 'replies' },
        { kind: 'approved' },
      ])
      await store().ask(idOf(stored), now())
      return stored
    }

    it('are asked once, with everything that was wished', async () => {
      const { comment, wishes } = await asked()
      await store().ask(wishes[0]?.id ?? '', now())
      expect(await questions()).toEqual([
        expect.objectContaining({
          subscriptionId: wishes[0]?.id,
          commentId: comment.id,
          email: ADDRESS,
          wishes: ['approved', 'replies'],
          attempts: 1,
        }),
      ])
      expect(await questions()).toEqual([])
    })

    it('are handed out again when their worker died, and not when they were sent', async () => {
      const { wishes } = await asked()
      await questions()
      world().clock.advance(MINUTE)
      const [again] = await questions()
      expect(again?.attempts).toBe(2)
      const noticeIds = [again?.noticeId ?? '']
      await store().sent({ id: 'm', emailKey: ADDRESS, kind: 'question', noticeIds }, now())
      world().clock.advance(DAY)
      await store().ask(wishes[0]?.id ?? '', now())
      expect(await questions()).toEqual([])
    })

    it.each(['rejected', 'spam', 'removed'] as const)(
      'are not asked about a comment that was %s',
      async (status) => {
        const { comment } = await asked()
        await move(world(), comment.id, status)
        expect(await questions()).toEqual([])
      },
    )

    it('are not asked of who confirmed or stopped, nor under a piece that is not public', async () => {
      await store().confirm(idOf(await asked()), now())
      await store().end({ commentId: (await asked()).comment.id }, now())
      const draft = await storePiece(world(), { status: 'draft', publishedAt: null })
      await asked({ articleId: draft.id })
      expect(await questions()).toEqual([])
      world().clock.advance(DAY)
      expect(await questions()).toEqual([])
    })
  })

  describe('news', () => {
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
      await store().sent(
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
      await store().note(stored.comment.id, now(), now() + MINUTE)
      world().clock.advance(MINUTE - 1)
      await store().confirm(idOf(stored), now())
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
      await store().note(comment.id, now(), now() + MINUTE)
      expect(await due()).toEqual([])
      // An older cause that is carried out late takes nothing back.
      await store().note(comment.id, now(), now() + 1)
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

    it.each(['pending', 'rejected', 'spam'] as const)(
      'say nothing of a comment that is %s',
      async (status) => {
        const { comment, articleId } = await approvedAndTold({}, { kind: 'replies' })
        const reply = await storeWith(world(), { articleId, parent: comment, status, name: 'CANARY' }, [
          confirmed,
        ])
        await note(reply.comment.id)
        expect(await due()).toEqual([])
      },
    )

    it('hand out no words of what is hidden by now', async () => {
      const { comment, articleId } = await approvedAndTold({}, { kind: 'replies' })
      const reply = await storeWith(world(), { articleId, parent: comment, status: 'approved' }, [])
      await note(reply.comment.id)
      await move(world(), reply.comment.id, 'pending')
      const [row] = await news()
      expect(row).toMatchObject({ visible: null, approved: false })
      await store().drop([row?.noticeId ?? ''])
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
      expect((await store().find(wishes[0]?.id ?? '', now()))?.endedAt).toBe(now())
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
        Array.from({ length: 6 }, () => store().leaseNews(ADDRESS, now(), 4, MINUTE)),
      )
      const ids = taken.flat().map(({ noticeId }) => noticeId)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('are held back, postponed, dropped one by one and for an address', async () => {
      await approvedAndTold()
      await store().hold(ADDRESS, now() + HOUR)
      expect(await due()).toEqual([])
      world().clock.advance(HOUR)
      const [row] = await news()
      await store().postpone([row?.noticeId ?? ''], now() + HOUR)
      await store().postpone([], now())
      world().clock.advance(HOUR - 1)
      expect(await news()).toEqual([])
      world().clock.advance(1)
      expect(await news()).toHaveLength(1)
      await store().dropAddress(ADDRESS)
      await store().drop([])
      world().clock.advance(DAY)
      expect(await news()).toEqual([])
    })
  })

  describe('addresses', () => {
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
})
