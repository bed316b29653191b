import { describe, expect, it } from 'vitest'
import { findGuest } from '../../../lib/accounts/guests'
import { listOwnComments } from '../../../lib/comments/list-own-comments'
import { statusPath } from '../../../lib/comments/status-path'
import { submitComment, submitCommentInput } from '../../../lib/comments/submit-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import type { Limits } from '../../../lib/kernel/limits'
import { fail, ok } from '../../../lib/kernel/result'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { choose, conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { threadPage } from '../../support/walk-thread'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo Reader')
  const article = await publicPiece(deps, moderator)
  const submit = (input: object, by: Actor = ANONYMOUS, household = 1) =>
    submitComment(deps, by, { slug: article.slug, body: 'My two pence.', ...input }, aClient(household))
  return { deps, moderator, article, submit }
}

const refused = async (outcome: ReturnType<typeof submitComment>) => {
  const result = await outcome
  if (result.ok) throw new Error('This should have been refused.')
  return result.error
}

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

describe('the same submission again', () => {
  const key = 'a-key-made-by-the-form-1'

  it('is one comment, fifty times at once, and gives its guest key to one', async () => {
    const { deps, submit } = await stage()
    const answers = await Promise.all(Array.from({ length: 50 }, () => must('post', submit({ key }))))
    expect(deps.tables.comments.size).toBe(1)
    expect(deps.tables.guests.size).toBe(1)
    expect(new Set(answers.map(({ receipt }) => receipt.commentId)).size).toBe(1)
    expect(answers.filter(({ guestSecret }) => guestSecret !== null)).toHaveLength(1)
  })

  it('is one comment for a guest too, whom the words would otherwise be told to have said already', async () => {
    const { deps, article } = await stage()
    const { author } = await post(deps, { slug: article.slug })
    const copy = () => submitComment(deps, author, { slug: article.slug, body: 'Again.', key }, aClient())
    const answers = await Promise.all(Array.from({ length: 20 }, () => must('post', copy())))
    expect(new Set(answers.map(({ receipt }) => receipt.commentId)).size).toBe(1)
    expect((await must('post', copy())).receipt.repeat).toBe(true)
    expect(deps.tables.comments.size).toBe(2)
  })

  it('is one comment when its copy is stored while the checks still look at it', async () => {
    const { deps, article } = await stage()
    const { author } = await post(deps, { slug: article.slug })
    const input = { slug: article.slug, body: 'Twice.', key }
    let copy = ''
    const slow = {
      ...deps,
      screen: async (draft: Parameters<typeof deps.screen>[0]) => {
        copy = (await post(deps, input, author)).commentId
        return deps.screen(draft)
      },
    }
    const { receipt } = await must('post', submitComment(slow, author, input, aClient()))
    expect(receipt).toEqual({ commentId: copy, state: 'waiting', repeat: true })
  })

  it('is known without a key, across the ten minutes, and from the guest its first copy made', async () => {
    const { deps, article, submit } = await stage()
    deps.clock.set(Math.floor(deps.clock.now() / (10 * MINUTE)) * 10 * MINUTE + 9 * MINUTE)
    const { commentId, author } = await post(deps, { slug: article.slug, body: 'My two pence.' })
    deps.clock.advance(2 * MINUTE)
    const again = { commentId, state: 'waiting', repeat: true }
    expect(await must('post', submit({}))).toEqual({
      ...{ receipt: again, guestSecret: null, statusPath: null },
    })
    expect(await must('post', submit({}, author))).toEqual({
      ...{ receipt: again, guestSecret: null, statusPath: statusPath(deps.secrets, commentId) },
    })
    deps.clock.advance(10 * MINUTE)
    expect((await must('post', submit({}))).receipt.repeat).toBe(false)
  })

  it('tells nobody without cookie or key what became of the first copy', async () => {
    const { deps, moderator, article, submit } = await stage()
    const first = await post(deps, { slug: article.slug, body: 'My two pence.' })
    await decideOn(deps, moderator, first.commentId, 'reject')
    expect((await must('post', submit({}))).receipt).toMatchObject({ state: 'waiting', repeat: true })
    expect((await must('post', submit({}, first.author))).receipt.state).toBe('rejected')
  })

  it('is a neighbour’s where browser or signature differ', async () => {
    const { deps, article, submit } = await stage()
    const { commentId } = await post(deps, { slug: article.slug, body: 'My two pence.' })
    const other = { ...aClient(), userAgent: 'Another browser' }
    const answers = [
      submit({ name: 'Nina' }),
      submit({ email: 'nina@example.org' }),
      submitComment(deps, ANONYMOUS, { slug: article.slug, body: 'My two pence.' }, other),
    ]
    for (const answer of answers) {
      const { receipt, guestSecret } = await must('post', answer)
      expect(receipt.commentId).not.toBe(commentId)
      expect(guestSecret).not.toBeNull()
    }
  })

  it('is somebody else’s comment from another address, another guest, or with other words', async () => {
    const { deps, article, submit } = await stage()
    const first = await post(deps, { slug: article.slug, body: 'My two pence.', key })
    const stranger = await post(deps, { slug: article.slug, body: 'Else.' }, ANONYMOUS, 2)
    const others = [
      submit({ key }, ANONYMOUS, 2),
      submit({ key }, stranger.author),
      submit({ key, body: 'Other words.' }),
    ]
    for (const answer of others) {
      const { receipt } = await must('post', answer)
      expect(receipt.repeat).toBe(false)
      expect(receipt.commentId).not.toBe(first.commentId)
    }
  })
})

const ADVERTISEMENT = 'Visit a.example.org, b.example.org, c.example.org and d.example.org!'

describe('a nudge', () => {
  it('stores nothing, says why, and is given once', async () => {
    const { deps, submit } = await stage()
    expect(await refused(submit({ body: ADVERTISEMENT }))).toEqual({
      code: 'nudge',
      message: 'This looks like an advertisement: it holds 4 links. You can change it, or post it anyway.',
    })
    expect([deps.tables.comments.size, deps.tables.guests.size]).toEqual([0, 0])
    const { receipt } = await must('post', submit({ body: ADVERTISEMENT, anyway: true }))
    expect(receipt.state).toBe('waiting')
    const { comment } = await stored(deps, receipt.commentId)
    const opinions = deps.tables.opinions.get(comment.latestRevisionId) ?? []
    expect(opinions.map(({ check }) => check)).toEqual(['links', 'mode'])
    expect(JSON.stringify(opinions)).not.toContain('nudge')
  })

  it('is not needed for words nobody objects to, whatever the mode says', async () => {
    const { submit } = await stage()
    expect((await must('post', submit({}))).receipt.state).toBe('waiting')
  })

  it('names every reason, but no word of the lists', async () => {
    const { deps, submit } = await stage()
    await choose(deps, { suspectWords: ['rolex'] })
    const { message } = await refused(submit({ body: `A ROLEX! ${ADVERTISEMENT.toUpperCase()}` }))
    expect(message).toContain('4 links')
    expect(message).toContain('capitals')
    expect(message.toLowerCase()).not.toContain('rolex')
  })

  it('gives way to what is wrong, and comes when that was put right', async () => {
    const { submit } = await stage()
    expect((await refused(submit({ body: ADVERTISEMENT, email: 'no address' }))).code).toBe('invalid')
    expect((await refused(submit({ body: ADVERTISEMENT, email: '' }))).code).toBe('nudge')
    const insisting = { body: ADVERTISEMENT, email: 'no address', anyway: true }
    expect((await refused(submit(insisting))).code).toBe('invalid')
  })

  it('is not given to spam, nor to those who decide', async () => {
    const { deps, moderator, submit } = await stage()
    await choose(deps, { bannedWords: ['viagra'] })
    const spam = await must('post', submit({ body: `Viagra! ${ADVERTISEMENT}` }))
    expect(spam.receipt.state).toBe('rejected')
    expect((await must('post', submit({ body: ADVERTISEMENT }, moderator))).receipt.state).toBe('approved')
  })

  it('tells nobody what others said, and its writer only what they said elsewhere', async () => {
    const { deps, moderator, article } = await stage()
    const other = await publicPiece(deps, moderator)
    const { author } = await post(deps, { slug: article.slug, body: 'Rope.' })
    const input = { slug: other.slug, body: 'Rope.' }
    expect((await refused(submitComment(deps, author, input, aClient()))).message).toContain(
      'You have said this under another piece already.',
    )
    await must('post', submitComment(deps, ANONYMOUS, input, aClient(2)))
  })

  it('leaves one comment when “Post anyway” is pressed twice, or beside a copy of the form', async () => {
    const { deps, submit } = await stage()
    const key = 'a-key-made-by-the-form-2'
    const insisting = { body: ADVERTISEMENT, anyway: true, key }
    const [first, second] = await Promise.all([must('a', submit(insisting)), must('b', submit(insisting))])
    expect(first.receipt.commentId).toBe(second.receipt.commentId)
    const late = await must('late', submit({ body: ADVERTISEMENT, key }))
    expect(late.receipt).toMatchObject({ commentId: first.receipt.commentId, repeat: true })
    expect(deps.tables.comments.size).toBe(1)
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

describe('what is refused', () => {
  it('says so beside the fields, all at once', async () => {
    const { submit } = await stage()
    const error = await refused(submit({ name: 'Mо Rеader', email: 'not an address' })) // Cyrillic о, е
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.fields ?? {})).toEqual(['name', 'email'])
    const all = await refused(submit({ body: ' ', name: 'x'.repeat(81), email: 'not an address' }))
    expect(Object.keys(all.fields ?? {})).toEqual(['body', 'name', 'email'])
    for (const sentence of Object.values(all.fields ?? {})) expect(all.message).toContain(sentence)
    expect((await refused(submit({ name: 'x'.repeat(81) }))).fields).toHaveProperty('name')
    expect((await refused(submit({ body: ' \n ' }))).fields).toEqual({
      body: 'Please write something first.',
    })
    expect((await refused(submit({ body: 'x'.repeat(10_001) }))).fields?.body).toContain('10,000')
  })

  it('is a piece that is not there, a draft, and one whose comments are closed', async () => {
    const { deps, moderator, submit } = await stage()
    expect((await refused(submit({ slug: 'nowhere' }))).code).toBe('not-found')
    const over = await publicPiece(deps, moderator, { commentMode: 'closed' })
    expect(await refused(submit({ slug: over.slug }))).toMatchObject({
      code: 'conflict',
      message: 'Comments on this piece are closed.',
    })
    expect(deps.tables.comments.size).toBe(0)
  })

  it('is an answer to a hidden comment, in the words for one that never was', async () => {
    const { deps, article, submit } = await stage()
    const { commentId } = await post(deps, { slug: article.slug, body: 'Hidden.' })
    const hidden = await refused(submit({ parentId: commentId, body: 'Reply.' }))
    expect(hidden).toEqual(await refused(submit({ parentId: deps.ids.random(), body: 'Reply.' })))
    expect(hidden.code).toBe('conflict')
  })

  it('is an answer whose parent is hidden between the check and the writing', async () => {
    const { deps, moderator, article } = await stage()
    const parent = await post(deps, { slug: article.slug })
    await decideOn(deps, moderator, parent.commentId, 'approve')
    const slow = {
      ...deps,
      screen: async (draft: Parameters<typeof deps.screen>[0]) => {
        const verdict = await deps.screen(draft)
        await decideOn(deps, moderator, parent.commentId, 'reject')
        return verdict
      },
    }
    const input = { slug: article.slug, parentId: parent.commentId, body: 'Too late.' }
    expect((await refused(submitComment(slow, ANONYMOUS, input, aClient()))).code).toBe('conflict')
    expect(deps.tables.comments.size).toBe(1)
  })

  it('costs nothing when it came back to its writer, until that happens too often', async () => {
    const { deps, article } = await stage()
    const points = new Map<string, number>()
    const add = (name: string, n: number) => points.set(name, (points.get(name) ?? 0) + n)
    let free = true
    const limits: Limits = {
      ...deps.limits,
      take: async (name) => {
        if (name === 'comment.retry' && !free) return fail('limited', 'Enough.')
        add(name, 1)
        return ok(undefined)
      },
      giveBack: async (name) => void add(name, -1),
    }
    const attempt = (body: string) =>
      refused(submitComment({ ...deps, limits }, ANONYMOUS, { slug: article.slug, body }, aClient()))
    await attempt('')
    await attempt(ADVERTISEMENT)
    const none = { 'comment.burst': 0, 'comment.hour': 0, 'comment.article': 0 }
    expect(Object.fromEntries(points)).toEqual({ ...none, 'comment.retry': 2 })
    free = false
    await attempt(ADVERTISEMENT)
    expect(points.get('comment.burst')).toBe(1)
  })

  it.each(['comment.burst', 'comment.hour', 'comment.article'])(
    'is more than %s allows; a repeat costs nothing',
    async (name) => {
      const { deps, article } = await stage()
      const taken: string[] = []
      const limits: Limits = {
        ...deps.limits,
        take: async (limit, key) => {
          taken.push(`${limit} ${key}`)
          return limit === name ? fail('limited', 'Too fast.', { retryAfter: 7 }) : ok(undefined)
        },
      }
      const input = { slug: article.slug, body: 'Quick.' }
      const attempt = () => submitComment({ ...deps, limits }, ANONYMOUS, input, aClient())
      expect(await refused(attempt())).toMatchObject({ code: 'limited', retryAfter: 7 })
      expect(taken.at(-1)).toBe(`${name} ${name === 'comment.article' ? article.id : '198.51.100.1'}`)
      await post(deps, input)
      expect((await must('repeat', attempt())).receipt.repeat).toBe(true)
    },
  )

  it.each([
    { slug: 'a', body: 'b', extra: 1 },
    { slug: 'a', body: ['b'] },
    { slug: 'a', body: { not: 'b' } },
    { slug: ['a'], body: 'b' },
    { slug: 'a', body: 'b', parentId: '../etc/passwd' },
    { slug: 'a', body: 'b', anyway: 'yes' },
    { slug: 'a', body: 'b', website: 'x'.repeat(2_001) },
    { slug: 'a', body: 'b', key: 'short' },
    { slug: 'a', body: 'b', key: 'x'.repeat(65) },
    { slug: 'a', body: 'b'.repeat(100_001) },
    { slug: 'a' },
  ])('is the shape %o', (input) => {
    expect(submitCommentInput.safeParse(input).success).toBe(false)
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
