import { describe, expect, it } from 'vitest'
import { findGuest } from '../../../lib/accounts/guests'
import { listOwnComments } from '../../../lib/comments/list-own-comments'
import { statusPath } from '../../../lib/comments/status-path'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { must } from '../../support/builders/must'
import { choose, person, post, stored } from '../../support/conversation'
import { threadPage } from '../../support/walk-thread'
import { stage } from './submission-stage'

describe('a comment by nobody in particular', () => {
  it('waits, makes its writer a guest with a key, and is seen by nobody else', async () => {
    const { deps, article, submit } = await stage()
    const { receipt, guestSecret } = await must(
      'post',
      submit({ name: ' Rita\u202e ', email: 'Rita@Example.org' }),
    )
    expect(receipt).toEqual({ commentId: receipt.commentId, state: 'waiting', repeat: false })
    const guest = await findGuest(deps, guestSecret ?? '')
    if (!guest) throw new Error('no guest')
    const { comment, revisions } = await stored(deps, receipt.commentId)
    expect(comment).toMatchObject({
      guestId: guest.guestId,
      userId: null,
      name: 'Rita',
      email: 'Rita@Example.org',
      emailKey: 'rita@example.org',
      byStaff: false,
      status: 'pending',
      pendingRevisionId: revisions[0]?.id,
    })
    expect(comment.addressKey).not.toContain('198.51.100')
    expect(await threadPage(deps, { articleId: article.id })).toMatchObject({
      ...{ count: 0, featured: [], branches: [], next: null },
    })
    const mineOf = async (by: Actor) => (await listOwnComments(deps, by, { articleId: article.id })).items
    expect(await mineOf(guest)).toMatchObject([
      { body: 'My two pence.', state: 'waiting', permalink: null, abilities: { edit: true, withdraw: true } },
    ])
    expect(await mineOf(ANONYMOUS)).toEqual([])
    expect(await mineOf({ kind: 'guest', guestId: 'other' })).toEqual([])
    expect([...deps.tables.outbox.values()].map(({ effect }) => effect)).toEqual([
      { kind: 'comment.submitted', commentId: receipt.commentId, articleId: article.id },
    ])
  })

  it('keeps every reason to hold it, with evidence', async () => {
    const { deps, submit } = await stage()
    const { receipt } = await must(
      'post',
      submit({ body: 'http://a.example http://b.example http://c.example', anyway: true }),
    )
    const { comment } = await stored(deps, receipt.commentId)
    const opinions = deps.tables.opinions.get(comment.latestRevisionId) ?? []
    expect(opinions.map(({ check, level }) => `${check} ${level}`)).toEqual(['links hold', 'mode hold'])
    expect(opinions[0]?.evidence.spans).toHaveLength(3)
  })
})

describe('the hidden field', () => {
  it('holds what a machine has filled in, with the evidence, and turns nobody away', async () => {
    const { deps, submit } = await stage()
    await choose(deps, { commentMode: 'open' })
    const { receipt } = await must('post', submit({ website: ' http://spam.example\u0000 ' }))
    expect(receipt.state).toBe('waiting')
    const { comment } = await stored(deps, receipt.commentId)
    expect(deps.tables.opinions.get(comment.latestRevisionId)).toMatchObject([
      { check: 'trap', level: 'hold', evidence: { facts: { website: 'http://spam.example' } } },
    ])
  })

  it.each([undefined, '', ' '])('says nothing when it is %j', async (website) => {
    const { deps, submit } = await stage()
    await choose(deps, { commentMode: 'open' })
    expect(
      (await must('post', submit({ ...(website === undefined ? {} : { website }) }))).receipt.state,
    ).toBe('approved')
  })
})

describe('the status link', () => {
  it('is given to a guest for their own comment, to no account and to nobody unproven', async () => {
    const { deps, article, submit } = await stage()
    const key = 'a-key-made-by-the-form-3'
    const first = await must('post', submit({ key }))
    const path = statusPath(deps.secrets, first.receipt.commentId)
    expect(first.statusPath).toBe(path)
    expect((await must('again', submit({ key }))).statusPath).toBe(path)
    await post(deps, { slug: article.slug, body: 'Without a key.' }, ANONYMOUS, 3)
    const neighbour = await must('post', submit({ body: 'Without a key.' }, ANONYMOUS, 3))
    expect(neighbour).toMatchObject({ receipt: { repeat: true }, statusPath: null })
    const member = await person(deps, 'member', 'Mel')
    expect((await must('post', submit({ body: 'As a member.' }, member))).statusPath).toBeNull()
  })
})

describe('who is known', () => {
  it('is signed by the account: members and writers wait, moderators are approved by a row of their own', async () => {
    const { deps, article, submit } = await stage()
    for (const role of ['owner', 'editor', 'moderator', 'writer', 'member'] as const) {
      const actor = await person(deps, role, `The ${role}`)
      const { receipt } = await must(
        'post',
        submit({ body: `As ${role}.`, name: 'Typed', email: 'x@example.org' }, actor),
      )
      const skips = role !== 'writer' && role !== 'member'
      expect([role, receipt.state]).toEqual([role, skips ? 'approved' : 'waiting'])
      const { comment } = await stored(deps, receipt.commentId)
      expect(comment).toMatchObject({
        userId: actor.userId,
        guestId: null,
        name: `The ${role}`,
        email: '',
        byStaff: role !== 'member',
      })
      const decisions = await deps.commentStore.decisionsOn(receipt.commentId)
      expect(decisions.map(({ actor: by, move, from, to }) => [by.kind, move, from, to])).toEqual(
        skips ? [['user', 'approve', 'pending', 'approved']] : [],
      )
    }
    expect((await threadPage(deps, { articleId: article.id })).count).toBe(3)
  })

  it('publishes in mode `open` what no check objects to, by a row of Stet’s own, and tells spam as rejected', async () => {
    const { deps, submit } = await stage()
    await choose(deps, { commentMode: 'open', bannedWords: ['viagra'], suspectWords: ['rope'] })
    expect((await must('post', submit({ body: 'Good.' }))).receipt.state).toBe('approved')
    expect((await must('post', submit({ body: 'Some rope.', anyway: true }))).receipt.state).toBe('waiting')
    const spam = (await must('post', submit({ body: 'Cheap viagra.' }))).receipt
    expect(spam.state).toBe('rejected')
    expect((await stored(deps, spam.commentId)).comment).toMatchObject({
      status: 'spam',
      pendingRevisionId: null,
    })
    expect(await deps.commentStore.decisionsOn(spam.commentId)).toMatchObject([
      { actor: { kind: 'system' }, move: 'spam', reason: 'It holds a word from the list of banned words.' },
    ])
  })
})
