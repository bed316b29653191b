import { describe, expect, it } from 'vitest'
import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { choose, post, publicPiece, stored } from '../../support/conversation'
import { stage, refused, ADVERTISEMENT } from './submission-stage'

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
