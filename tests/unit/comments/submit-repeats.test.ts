import { describe, expect, it } from 'vitest'
import { statusPath } from '../../../lib/comments/status-path'
import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { decideOn, post } from '../../support/conversation'
import { stage } from './submission-stage'

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
