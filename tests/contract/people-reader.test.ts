import { expect, it } from 'vitest'
import type { PersonKey } from '../../lib/accounts/person-key'
import { onEveryBackend } from './support/backends'
import { move, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('PeopleReader', (world) => {
  const stage = async () => {
    const { id: articleId } = await storePiece(world())
    return { articleId }
  }
  const guestOf = (comment: { readonly guestId: string | null }): PersonKey => `guest:${comment.guestId}`

  it('knows an account and a guest by what became of their comments', async () => {
    const { articleId } = await stage()
    const { peopleReader, clock } = world()
    const member = await storeUser(world(), { role: 'member', name: 'Mira' })
    const key: PersonKey = `user:${member.id}`
    for (const status of ['approved', 'approved', 'rejected', 'spam', 'pending'] as const) {
      clock.advance(1)
      await storeComment(world(), { articleId, status, userId: member.id })
    }
    const record = { approved: 2, rejected: 1, spam: 1, waiting: 1 }
    expect(await peopleReader.find(key)).toEqual({
      ...{ key, name: 'Mira', role: 'member', since: member.createdAt, lastAt: clock.now(), record },
    })
    expect(await peopleReader.recordOf(key)).toEqual(record)
    const guest = await storeComment(world(), { articleId, name: 'Zoë' })
    expect(await peopleReader.find(guestOf(guest))).toMatchObject({ name: 'Zoë', role: null })
    expect(await peopleReader.find('guest:nobody')).toBeNull()
    expect(await peopleReader.recordOf('user:nobody')).toEqual({
      ...{ approved: 0, rejected: 0, spam: 0, waiting: 0 },
    })
  })

  it('lists everybody newest first, page by page, whoever they are', async () => {
    const { articleId } = await stage()
    const { peopleReader, clock } = world()
    const keys: string[] = []
    for (let n = 0; n < 6; n += 1) {
      clock.advance(1)
      if (n % 2 === 0) keys.unshift(`user:${(await storeUser(world(), { role: 'member' })).id}`)
      else keys.unshift(guestOf(await storeComment(world(), { articleId })))
    }
    const first = await peopleReader.list(null, null, 4)
    expect(first.map(({ key }) => key)).toEqual(keys.slice(0, 5))
    const last = first[3]
    const after = { at: last?.since ?? 0, id: last?.key.split(':')[1] ?? '' }
    expect((await peopleReader.list(null, after, 4)).map(({ key }) => key).slice(0, 2)).toEqual(
      keys.slice(4, 6),
    )
  })

  it('finds people by the beginning of a name they used and by a whole address', async () => {
    const { articleId } = await stage()
    const { peopleReader } = world()
    const ann = await storeComment(world(), { articleId, nameKey: 'annika', emailKey: 'a@example.org' })
    const user = await storeUser(world(), { role: 'member', nameKey: 'anna', emailKey: 'anna@example.org' })
    await storeComment(world(), { articleId, nameKey: 'bo', emailKey: 'bo@example.org' })
    const found = async (search: Parameters<typeof peopleReader.list>[0]) =>
      (await peopleReader.list(search, null, 10)).map(({ key }) => key).sort()
    expect(await found({ nameKey: 'ann' })).toEqual([guestOf(ann), `user:${user.id}`].sort())
    expect(await found({ nameKey: 'nni' })).toEqual([])
    expect(await found({ nameKey: '%' })).toEqual([])
    expect(await found({ emailKey: 'a@example.org' })).toEqual([guestOf(ann)])
    expect(await found({ emailKey: 'anna@example.org' })).toEqual([`user:${user.id}`])
    expect(await found({ emailKey: 'a@example' })).toEqual([])
  })

  it('tells the history with its outcomes, newest first, page by page', async () => {
    const { articleId } = await stage()
    const { peopleReader, clock } = world()
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      clock.advance(1)
      ids.unshift((await storeComment(world(), { articleId, userId, body: `Number ${n}` })).id)
    }
    await move(world(), ids[0] ?? '', 'rejected')
    const first = await peopleReader.history(`user:${userId}`, null, 1)
    expect(first.map(({ comment }) => comment.id)).toEqual(ids.slice(0, 2))
    expect(first[0]).toMatchObject({ body: 'Number 2', article: { isPublic: true } })
    expect(first[0]?.decision).toMatchObject({ to: 'rejected', actorName: 'Stet' })
    expect(first[1]?.decision).toBeNull()
    const at = first[1]?.comment
    const rest = await peopleReader.history(`user:${userId}`, { at: at?.createdAt ?? 0, id: at?.id ?? '' }, 5)
    expect(rest.map(({ comment }) => comment.id)).toEqual(ids.slice(2))
    expect((await peopleReader.waitingOf(`user:${userId}`, 9)).map(({ id }) => id)).toEqual([ids[2], ids[1]])
  })

  it('links those who share a mail address or an address block', async () => {
    const { articleId } = await stage()
    const { peopleReader } = world()
    const one = await storeComment(world(), {
      articleId,
      ...{ name: 'One', emailKey: 'x@example.org', addressKey: 'k1' },
    })
    const two = await storeComment(world(), { articleId, name: 'Two', emailKey: 'x@example.org' })
    const three = await storeComment(world(), { articleId, name: 'Three', addressKey: 'k1' })
    await storeComment(world(), { articleId, name: 'Four', emailKey: '', addressKey: '' })
    const means = await peopleReader.meansOf(guestOf(one))
    expect(means).toEqual({
      emailKeys: ['x@example.org'],
      addresses: [{ key: 'k1', at: one.createdAt }],
    })
    const { byMail, byAddress } = await peopleReader.sharing(guestOf(one), means)
    expect(byMail.map(({ key }) => key)).toEqual([guestOf(two)])
    expect(byAddress.map(({ key }) => key)).toEqual([guestOf(three)])
    const nothing = await peopleReader.meansOf(guestOf(two))
    expect(nothing.addresses).toEqual([])
    expect(await peopleReader.namesOf(guestOf(one))).toEqual(['One'])
  })

  it('keeps what colleagues note, newest first, with their names', async () => {
    const { peopleReader, ids, clock } = world()
    const { id: createdBy } = await storeUser(world(), { name: 'Ada' })
    for (const body of ['First.', 'Second.']) {
      const note = {
        id: ids.ordered(),
        personKey: 'guest:g',
        body,
        createdBy,
        createdAt: clock.now(),
      } as const
      await peopleReader.writeNote(note)
    }
    const notes = await peopleReader.notesOn('guest:g')
    expect(notes.map(({ body, authorName }) => `${authorName}: ${body}`)).toEqual([
      'Ada: Second.',
      'Ada: First.',
    ])
    expect(await peopleReader.notesOn('guest:h')).toEqual([])
  })
})
