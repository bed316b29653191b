import { expect, it } from 'vitest'
import { SYSTEM } from '../../lib/kernel/actor'
import { onEveryBackend } from './support/backends'
import { move, recordOf, storeComment, storePiece, storeUser } from './support/rows'

const MAIL = 'mira@mail.example'
const audit = { actor: SYSTEM, action: 'erase.person', subject: 'setting:people', detail: { comments: 1 } }

onEveryBackend('ErasureStore', (world) => {
  const stage = async () => {
    const { id: articleId } = await storePiece(world())
    const member = await storeUser(world(), { role: 'member', name: 'Mira', email: MAIL, emailKey: MAIL })
    const typed = { email: MAIL, emailKey: MAIL, name: 'Miri' }
    const own = await storeComment(world(), { articleId, userId: member.id, name: 'Mira' })
    const asGuest = await storeComment(world(), { articleId, ...typed })
    const unnamed = await storeComment(world(), { articleId, guestId: asGuest.guestId, name: '' })
    const shared = await storeComment(world(), { articleId, ...typed })
    const others = await storeComment(world(), {
      ...{ articleId, guestId: shared.guestId, email: 'other@mail.example', emailKey: 'other@mail.example' },
    })
    return { member, own, asGuest, unnamed, shared, others }
  }
  const found = async () => {
    const person = await world().erasureStore.find(MAIL)
    if (!person) throw new Error('It should be known.')
    return person
  }

  it('finds an account, what was written with the address, and keys that nobody else used', async () => {
    const { member, own, asGuest, unnamed, shared } = await stage()
    const { erasureStore } = world()
    const person = await found()
    expect({ ...person, names: person.names.toSorted() }).toEqual({
      ...{ userId: member.id, role: 'member', guestIds: [asGuest.guestId], mails: [MAIL] },
      ...{ names: ['Mira', 'Miri'], comments: 4 },
    })
    const sorted = (...all: readonly { readonly id: string }[]) => all.map(({ id }) => id).toSorted()
    const ids = [...sorted(own, unnamed), ...sorted(asGuest, shared)]
    expect(await erasureStore.commentsOf(person, 9)).toEqual(ids)
    expect(await erasureStore.commentsOf(person, 2)).toEqual(ids.slice(0, 2))
    expect(await erasureStore.find('nobody@mail.example')).toBeNull()
  })

  it('takes everything out of comments that are erased, and nothing out of others', async () => {
    const { asGuest, shared } = await stage()
    await move(world(), asGuest.id, 'erased')
    await world().erasureStore.blank([asGuest.id, shared.id])
    const { comment, revisions } = await recordOf(world(), asGuest.id)
    expect(comment).toMatchObject({ name: '', email: '', emailKey: '', addressKey: '', guestId: null })
    expect(revisions.map(({ body }) => body)).toEqual([''])
    const left = await recordOf(world(), shared.id)
    expect([left.comment.emailKey, left.revisions[0]?.body]).toEqual([MAIL, expect.stringMatching(/./)])
    // Nothing leads to the unnamed one any more: that is why such are taken first.
    expect((await found()).comments).toBe(2)
  })

  it('leaves an account’s row without a word of it, switched off, and says so in the log', async () => {
    const { member } = await stage()
    const { erasureStore, accountStore, clock } = world()
    await erasureStore.forget(await found(), clock.now(), audit)
    expect(await accountStore.findUserByEmailKey(MAIL)).toBeNull()
    const user = await accountStore.findUser(member.id)
    expect(user).toMatchObject({ name: 'Erased account', nameKey: '', passwordHash: null })
    expect(user?.disabledAt).toBe(clock.now())
    expect((await world().audits()).at(-1)).toMatchObject({ action: 'erase.person' })
    expect(await erasureStore.overwrite()).toBe(true)
  })
  it('knows who it was when it was broken off after the last comment, until they are forgotten', async () => {
    const { own, asGuest, unnamed, shared, others } = await stage()
    const { erasureStore, clock } = world()
    const person = await found()
    await erasureStore.open(person)
    const theirs = [own, asGuest, unnamed, shared].map(({ id }) => id)
    for (const id of theirs) await move(world(), id, 'erased')
    await erasureStore.blank(theirs)
    expect({ ...(await found()), names: [] }).toEqual({ ...person, names: [] })
    expect((await found()).names.toSorted()).toEqual(person.names.toSorted())
    expect(await erasureStore.commentsOf(await found(), 9)).toEqual([])
    // Somebody else has used the key since: it leads to them as well.
    const { guestId } = asGuest
    const stranger = { email: 'new@mail.example', emailKey: 'new@mail.example' }
    await storeComment(world(), { articleId: others.articleId, guestId, ...stranger })
    expect((await found()).guestIds).toEqual([])
    await erasureStore.forget(await found(), clock.now(), audit)
    expect(await erasureStore.find(MAIL)).toBeNull()
  })

  it('takes their name from above what they wrote, and tells of each public piece', async () => {
    const { member } = await stage()
    const { erasureStore, articleStore, outboxStore, clock } = world()
    const piece = await storePiece(world(), { createdById: member.id })
    const draft = await storePiece(world(), {
      ...{ createdById: member.id, status: 'draft', liveRevisionId: null, publishedAt: null },
    })
    const effects = await erasureStore.forget(await found(), clock.now(), audit)
    expect(effects).toEqual([{ kind: 'article.changed', articleId: piece.id, slugs: [piece.slug] }])
    const queued = await outboxStore.lease(clock.now(), 99, 1)
    expect(queued.map(({ effect }) => effect).filter(({ kind }) => kind === 'article.changed')).toEqual(
      effects,
    )
    for (const { id } of [piece, draft]) expect((await articleStore.find(id))?.bylines).toEqual([])
  })

  it('keeps what they thought of others’ comments, as nobody’s and without their words', async () => {
    const { member, asGuest, others } = await stage()
    const { erasureStore, recommendStore, reportStore, queueReader, clock } = world()
    const { id: commentId } = others
    const keys = [`user:${member.id}`, `guest:${asGuest.guestId}`]
    for (const key of keys) {
      const given = { commentId, guest: null, createdAt: clock.now(), effects: [] }
      await recommendStore.give({ ...given, readerKey: key })
      await reportStore.insert({
        ...{ guest: null, effects: [] },
        report: {
          ...{ id: world().ids.random(), commentId, revisionId: others.latestRevisionId, reporterKey: key },
          ...{ reason: 'rude', note: 'I know them.', createdAt: clock.now(), resolvedAt: null, weight: 500 },
        },
      })
    }
    await erasureStore.forget(await found(), clock.now(), audit)
    for (const readerKey of keys) expect(await recommendStore.has({ commentId, readerKey })).toBe(false)
    const takesBack = { commentId, readerKey: 'user:nobody', effects: [] }
    expect(await recommendStore.take(takesBack)).toBe(2)
    const reports = (await queueReader.card(commentId))?.reports ?? []
    expect(reports.map(({ note }) => note)).toEqual(['', ''])
    expect(reports.every(({ reporterKey }) => reporterKey.startsWith('erased:'))).toBe(true)
  })
})
