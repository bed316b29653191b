import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { DAY, MINUTE } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const CLIENT = { addressBlock: '192.0.2.1' }

const shared = async (pinned = false) => {
  const house = await studio()
  const { stet, writer, start, save, ports } = house
  const articleId = await start()
  value(await save(articleId, { title: 'Ropes', text: 'As it was.' }))
  const [first] = value(await stet.articles.revisions(writer, { articleId })).items
  const revisionId = pinned ? (first?.id ?? '') : ''
  const { path } = value(await stet.articles.makePreview(writer, { articleId, revisionId, label: 'For Ada' }))
  const secret = path.replace('/preview/', '')
  const look = () => stet.articles.openPreview({ secret })
  const links = async () => value(await stet.articles.review(writer, { articleId })).links
  ports.clock.advance(11 * MINUTE)
  return { ...house, articleId, secret, look, links }
}

describe('a preview link', () => {
  test('follows the draft, or stays with the revision it was made for', async () => {
    for (const pinned of [false, true]) {
      const { articleId, save, look } = await shared(pinned)
      expect((await look())?.piece).toMatchObject({ title: 'Ropes', plainText: 'As it was.' })
      value(await save(articleId, { text: 'As it is.' }))
      expect((await look())?.piece.plainText).toBe(pinned ? 'As it was.' : 'As it is.')
    }
  })

  test('opens nothing once it is revoked, has expired, or its piece is in the trash', async () => {
    const { articleId, stet, writer, look, links, ports, move, secret } = await shared()
    expect(await stet.articles.openPreview({ secret: `${secret.slice(0, -1)}_` })).toBeNull()
    expect(await stet.articles.openPreview({ secret: '' })).toBeNull()
    value(await move(articleId, 'trash'))
    expect(await look()).toBeNull()
    value(await move(articleId, 'restore'))
    expect(await look()).not.toBeNull()
    ports.clock.advance(7 * DAY)
    expect(await look()).toBeNull()
    expect(await links()).toMatchObject([{ state: 'expired', label: 'For Ada' }])

    const again = await shared()
    const [link] = await again.links()
    const revoke = { articleId: again.articleId, linkId: link?.id ?? '' }
    value(await again.stet.articles.revokePreview(again.writer, revoke))
    expect(await again.look()).toBeNull()
    expect(refusal(await again.stet.articles.revokePreview(again.writer, revoke)).code).toBe('not-found')
    expect(writer.role).toBe('writer')
  })

  test('ends with the dismissal of whoever made it, and when they may not work on the piece any more', async () => {
    const ends: readonly ((house: Awaited<ReturnType<typeof shared>>) => Promise<unknown>)[] = [
      async ({ stet, owner, writer: { userId } }) =>
        value(await stet.accounts.changeStaff(owner, { userId, account: 'off' })),
      async ({ stet, owner, writer: { userId } }) =>
        value(await stet.accounts.changeStaff(owner, { userId, role: 'moderator' })),
      async ({ stet, owner, writer: { userId } }) =>
        value(
          await stet.people.take(owner, {
            ...{ person: `user:${userId}`, kind: 'ban', targets: ['person'], reason: '', note: '' },
            ...{ days: null, rejectWaiting: false },
          }),
        ),
    ]
    for (const end of ends) {
      const house = await shared()
      expect(await house.look()).not.toBeNull()
      await end(house)
      expect(await house.look()).toBeNull()
      const note = { quote: '', body: 'Still here?', name: 'Ada', secret: house.secret }
      expect(refusal(await house.stet.articles.addReviewerNote(ANONYMOUS, note, CLIENT)).code).toBe(
        'not-found',
      )
      const { articleId, editor, stet } = house
      expect(value(await stet.articles.review(editor, { articleId })).links).toMatchObject([
        { state: 'revoked' },
      ])
    }
    const promoted = await shared()
    const { userId } = promoted.writer
    value(await promoted.stet.accounts.changeStaff(promoted.owner, { userId, role: 'editor' }))
    expect(await promoted.look()).not.toBeNull()
  })

  test('is nowhere stored: neither the row nor the log holds its secret', async () => {
    const { ports, secret, articleId } = await shared()
    const rows = JSON.stringify([await ports.reviewStore.links(articleId), ports.tables.audit])
    expect(rows).not.toContain(secret)
  })

  test('is made, listed and revoked by those who may write the piece', async () => {
    const { stet, articleId, writer, links } = await shared()
    const [link] = await links()
    for (const [actor, code] of [
      [ANONYMOUS, 'unauthenticated'],
      [{ ...writer, userId: 'somebody-else' }, 'forbidden'],
      [{ ...writer, role: 'moderator' as const }, 'forbidden'],
    ] as const) {
      const { makePreview, revokePreview, review, addNote } = stet.articles
      expect(refusal(await makePreview(actor, { articleId, revisionId: '', label: '' })).code).toBe(code)
      expect(refusal(await revokePreview(actor, { articleId, linkId: link?.id ?? '' })).code).toBe(code)
      expect(refusal(await review(actor, { articleId })).code).toBe(code)
      expect(refusal(await addNote(actor, { articleId, quote: '', body: 'x' })).code).toBe(code)
    }
  })
})

describe('notes', () => {
  test('of colleagues stay among them; reviewers see their own', async () => {
    const { stet, articleId, editor, writer, secret, look } = await shared()
    value(await stet.articles.addNote(editor, { articleId, quote: 'As it', body: ' Is this so? ' }))
    const note = { secret, name: ' Ada ', quote: '', body: 'I was there.' }
    value(await stet.articles.addReviewerNote(ANONYMOUS, note, CLIENT))
    const { notes } = value(await stet.articles.review(writer, { articleId }))
    expect(notes).toMatchObject([
      { author: editor.name, byReviewer: false, body: 'Is this so?', settled: false },
      { author: 'Ada', byReviewer: true, body: 'I was there.' },
    ])
    expect((await look())?.notes.map(({ author }) => author)).toEqual(['Ada'])
    const noteId = notes[0]?.id ?? ''
    value(await stet.articles.settleNote(writer, { articleId, noteId }))
    expect(refusal(await stet.articles.settleNote(writer, { articleId, noteId })).code).toBe('not-found')
  })

  test('need words, and a link that opens', async () => {
    const { stet, secret } = await shared()
    const note = { secret, name: '', quote: '', body: ' \n ' }
    expect(refusal(await stet.articles.addReviewerNote(ANONYMOUS, note, CLIENT)).fields).toHaveProperty(
      'body',
    )
    const unknown = { ...note, body: 'x', secret: 'x'.repeat(22) }
    expect(refusal(await stet.articles.addReviewerNote(ANONYMOUS, unknown, CLIENT)).code).toBe('not-found')
  })
})
