import { describe, expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { listOwnComments } from '../../../lib/comments/list-own-comments'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { type Actor, ANONYMOUS } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import type { SiteSettings } from '../../../lib/settings/site-settings'
import { must } from '../../support/builders/must'
import {
  type Listed,
  choose,
  conversation,
  decideOn,
  person,
  post,
  publicPiece,
  stored,
} from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { threadPage } from '../../support/walk-thread'

const stage = async (choices: Partial<SiteSettings> & Listed = {}) => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const article = await publicPiece(deps, ada)
  await choose(deps, choices)
  const { commentId, author } = await post(deps, { slug: article.slug, body: 'The first text.' })
  const edit = async (body: string, by: Actor = author, version?: number) => {
    const { comment } = await stored(deps, commentId)
    return editComment(deps, by, { commentId, version: version ?? comment.version, body, anyway: true })
  }
  const inPublic = async () =>
    (await threadPage(deps, { articleId: article.id })).branches.map(({ comment }) => [
      comment.body,
      comment.edited,
    ])
  const mine = async () => (await listOwnComments(deps, author, { articleId: article.id })).items[0]
  return { deps, ada, article, commentId, author, edit, inPublic, mine }
}

describe('an edit', () => {
  it('waits, and the last approved text stays public until it is approved', async () => {
    const { deps, ada, commentId, edit, inPublic, mine } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    expect(await must('edit', edit('Second.'))).toEqual({ commentId, state: 'waiting', repeat: false })
    expect(await inPublic()).toEqual([['The first text.', false]])
    expect(await mine()).toMatchObject({
      body: 'Second.',
      shownBody: 'The first text.',
      state: 'approved',
      editWaiting: true,
    })
    await decideOn(deps, ada, commentId, 'reject')
    expect(await inPublic()).toEqual([['The first text.', false]])
    expect(await mine()).toMatchObject({ body: 'The first text.', shownBody: null, editWaiting: false })
    await must('edit', edit('Third.'))
    await decideOn(deps, ada, commentId, 'approve')
    expect(await inPublic()).toEqual([['Third.', true]])
  })

  it('is screened again, and public at once where no check objects', async () => {
    const { edit, inPublic, mine } = await stage({
      commentMode: 'open',
      suspectWords: ['rope'],
      bannedWords: ['viagra'],
    })
    expect(await inPublic()).toEqual([['The first text.', false]])
    expect((await must('edit', edit('Better.'))).state).toBe('approved')
    expect((await must('edit', edit('A rope.'))).state).toBe('waiting')
    expect((await must('edit', edit('Viagra.'))).state).toBe('rejected')
    expect(await inPublic()).toEqual([['Better.', true]])
    expect(await mine()).toMatchObject({ state: 'approved', editWaiting: false })
  })

  it('is nudged once, and changes nothing before', async () => {
    const { deps, commentId, author, mine } = await stage()
    const input = { commentId, version: 1, body: 'See a.example.org, b.example.org and c.example.org.' }
    const attempt = (by: Actor, more = {}) => editComment(deps, by, { ...input, ...more })
    expect(await attempt(author)).toMatchObject({ error: { code: 'nudge' } })
    expect(await mine()).toMatchObject({ body: 'The first text.', version: 1 })
    expect(await attempt(ANONYMOUS)).toMatchObject({ error: { code: 'not-found' } })
    expect(await attempt(author, { anyway: true })).toMatchObject({ ok: true, value: { state: 'waiting' } })
  })

  it.each(['reject', 'hold'] as const)(
    'waits for a person once a moderator said %s, whatever the mode',
    async (move) => {
      const { deps, ada, commentId, edit, inPublic } = await stage({ commentMode: 'open' })
      const decisionId = await decideOn(deps, ada, commentId, move)
      if (move === 'reject') await must('undo', undoDecision(deps, ada, { decisionId }))
      expect((await must('edit', edit('Nicer.'))).state).toBe('waiting')
      expect(await inPublic()).toEqual(move === 'reject' ? [['The first text.', false]] : [])
    },
  )

  it.each([
    ['the way it was filled in', 'trap', { website: 'https://seo.example' }],
    ['the time it took', 'time-trap', { took: 400 }],
  ] as const)('does not do away with %s, which holds the comment', async (_what, check, { ...sent }) => {
    const { deps, ada, article, inPublic } = await stage({ commentMode: 'open' })
    const body = 'Words that take a person far longer than that to type.'
    const { commentId, author } = await post(deps, { slug: article.slug, body, ...sent })
    for (const text of ['Nice words that nobody could object to.', 'And nicer ones, to be sure of it.']) {
      const { version } = (await stored(deps, commentId)).comment
      const input = { commentId, version, body: text, anyway: true }
      expect((await must('edit', editComment(deps, author, input))).state).toBe('waiting')
      const card = await deps.queueReader.card(commentId)
      expect(card?.opinions.map((opinion) => [opinion.check, opinion.level])).toEqual([[check, 'hold']])
    }
    expect(await inPublic()).toEqual([['The first text.', false]])
    await decideOn(deps, ada, commentId, 'approve')
    const { version } = (await stored(deps, commentId)).comment
    const input = { commentId, version, body: 'A moderator has read it once.', anyway: true }
    expect((await must('edit', editComment(deps, author, input))).state).toBe('approved')
  })

  it('is refused once there are fifty texts of one comment: each is kept', async () => {
    const { deps, edit, mine } = await stage()
    for (let number = 2; number <= 50; number += 1) {
      deps.clock.advance(MINUTE)
      await must('edit', edit(`Text number ${number}.`))
    }
    expect(await edit('One too many.')).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('changed as often as a comment can be') },
    })
    expect(await mine()).toMatchObject({ body: 'Text number 50.', abilities: { withdraw: true } })
  })

  it('is approved at once when its author moderates', async () => {
    const { deps, ada, article } = await stage()
    const { commentId } = await post(deps, { slug: article.slug, body: 'As a moderator.' }, ada)
    const edited = await editComment(deps, ada, { commentId, version: 1, body: 'As the moderator.' })
    expect(edited).toMatchObject({ ok: true, value: { state: 'approved' } })
    expect((await deps.commentStore.decisionsOn(commentId)).map(({ move }) => move)).toEqual([
      'approve',
      'approve',
    ])
  })

  it('is possible while the text waits and for some minutes after posting, and the page knows', async () => {
    const { deps, ada, commentId, edit, mine } = await stage({ editMinutes: 15 })
    deps.clock.advance(60 * MINUTE)
    expect((await mine())?.abilities.edit).toBe(true)
    await must('edit', edit('Still waiting.'))
    await decideOn(deps, ada, commentId, 'approve')
    expect((await mine())?.abilities.edit).toBe(false)
    expect(await edit('Too late.')).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it.each(['reject', 'spam'] as const)('is refused after %s, in the same words', async (move) => {
    const { deps, ada, commentId, edit, mine } = await stage()
    await decideOn(deps, ada, commentId, move)
    expect(await mine()).toMatchObject({ state: 'rejected', abilities: { edit: false, withdraw: false } })
    expect(await edit('Please.')).toMatchObject({
      error: {
        code: 'conflict',
        message: 'A moderator has turned this comment down, so it can no longer be changed.',
      },
    })
  })

  it('of somebody else’s comment looks like one of a comment that never was', async () => {
    const { deps, ada, edit } = await stage()
    for (const by of [ANONYMOUS, ada, { kind: 'guest', guestId: 'other' }] satisfies Actor[]) {
      expect(await edit('Mine now.', by)).toMatchObject({ error: { code: 'not-found' } })
    }
    const unknown = { commentId: deps.ids.random(), version: 1, body: 'x' }
    expect(await editComment(deps, ada, unknown)).toEqual(await edit('Mine now.', ada))
  })

  it('that comes twice is one; that comes late, or says nothing, is refused', async () => {
    const { deps, commentId, edit } = await stage()
    await must('edit', edit('Second.'))
    expect((await must('edit', edit(' Second. ', undefined, 1))).repeat).toBe(true)
    expect(await edit('Third.', undefined, 1)).toMatchObject({ error: { code: 'conflict' } })
    expect(await edit('  ')).toMatchObject({
      error: { code: 'invalid', fields: { body: 'Please write something first.' } },
    })
    expect((await stored(deps, commentId)).comment.version).toBe(2)
    const { comment } = await stored(deps, commentId)
    const input = { commentId, version: comment.version, body: 'Raced.' }
    const author: Actor = { kind: 'guest', guestId: comment.guestId ?? '' }
    const raced = await Promise.all(
      ['a', 'b', 'c'].map((mark) => editComment(deps, author, { ...input, body: mark })),
    )
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('withdrawing', () => {
  it('leaves a stub where others answered, nothing where nobody did, and is harmless twice', async () => {
    const { deps, ada, article, commentId, author } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    await post(deps, { slug: article.slug, parentId: commentId, body: 'A reply.' }, ada)
    const withdraw = (version: number) => withdrawComment(deps, author, { commentId, version })
    expect(await withdraw(1)).toMatchObject({ error: { code: 'conflict' } })
    expect(await withdraw(2)).toEqual({ ok: true, value: { commentId, state: 'removed', repeat: false } })
    expect(await withdraw(2)).toEqual({ ok: true, value: { commentId, state: 'removed', repeat: true } })
    const thread = await threadPage(deps, { articleId: article.id })
    expect(thread.count).toBe(1)
    const { permalink, ...stub } = { ...thread.branches[0]?.comment }
    expect(permalink).toBe(`/comments/${commentId}`)
    expect(stub).toEqual({
      ...{ id: commentId, kind: 'stub', name: '', badge: null, body: '', edited: false, featured: false },
      ...{ takesReplies: false, recommends: 0, createdAt: '', level: 0, inReplyTo: null },
    })
    const reply = thread.branches[0]?.replies[0]?.comment.id ?? ''
    await must('withdraw', withdrawComment(deps, ada, { commentId: reply, version: 1 }))
    expect(await threadPage(deps, { articleId: article.id })).toMatchObject({
      ...{ count: 0, branches: [], next: null },
    })
  })
})
