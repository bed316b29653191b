import { describe, expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { post, publicPiece, stored } from '../../support/conversation'
import { openPages, plain } from './open-pages'

describe('readers are told', () => {
  it('who they are and how things stand, first of all', async () => {
    const { open, write, decide } = await openPages()
    await decide((await write()).commentId, 'approve')
    const page = await open()
    expect(page.news()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-z]{12}-0$/),
        event: 'hello',
        data: { stream: page.id, count: 1, active: 1, typing: 0 },
      },
    ])
  })

  it('that a comment, an answer and an edit came into sight', async () => {
    const { open, write, decide, deps, drain } = await openPages()
    const page = await open()
    page.news()
    const { commentId, author } = await write()
    await decide(commentId, 'approve')
    const answer = await write(commentId)
    await decide(answer.commentId, 'approve')
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: commentId, parentId: null, count: 1 } },
      { event: 'appeared', data: { id: answer.commentId, parentId: commentId, count: 2 } },
    ])
    const { version } = (await stored(deps, commentId)).comment
    await must('edit', editComment(deps, author, { commentId, version, body: 'Another text.' }))
    await drain()
    expect(page.news()).toEqual([])
    await decide(commentId, 'approve')
    expect(plain(page.news())).toEqual([{ event: 'changed', data: { id: commentId } }])
  })

  it('that a comment went, with everything below it, and came back', async () => {
    const { open, write, decide, deps, moderator, drain } = await openPages()
    const { commentId } = await write()
    await decide(commentId, 'approve')
    await decide((await write(commentId)).commentId, 'approve')
    const page = await open()
    page.news()
    const decisionId = await decide(commentId, 'reject')
    expect(plain(page.news())).toEqual([{ event: 'vanished', data: { id: commentId, count: 0 } }])
    await must('undo', undoDecision(deps, moderator, { decisionId }))
    await drain()
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: commentId, parentId: null, count: 2 } },
    ])
  })

  it('that a moderator’s own comment stands at once', async () => {
    const { open, deps, piece, moderator, drain } = await openPages()
    const page = await open()
    page.news()
    const { commentId } = await post(deps, { slug: piece.slug }, moderator)
    await drain()
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: commentId, parentId: null, count: 1 } },
    ])
  })

  it('that a text was taken back, whether a stub stays or nothing', async () => {
    const { open, write, decide, withdraw } = await openPages()
    const first = await write()
    await decide(first.commentId, 'approve')
    const answer = await write(first.commentId)
    await decide(answer.commentId, 'approve')
    const page = await open()
    page.news()
    await withdraw(first.commentId, first.author)
    await withdraw(answer.commentId, answer.author)
    expect(plain(page.news())).toEqual([
      { event: 'vanished', data: { id: first.commentId, count: 1 } },
      { event: 'vanished', data: { id: answer.commentId, count: 0 } },
    ])
  })

  it('that a branch is back below the stub of a comment that was held and then withdrawn', async () => {
    const { open, write, decide, withdraw } = await openPages()
    const first = await write()
    await decide(first.commentId, 'approve')
    await decide((await write(first.commentId)).commentId, 'approve')
    const page = await open()
    await decide(first.commentId, 'hold')
    page.news()
    await withdraw(first.commentId, first.author)
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: first.commentId, parentId: null, count: 1 } },
    ])
  })

  it('how often a comment is recommended, once a second', async () => {
    const { open, write, decide, deps, drain, tick } = await openPages()
    const { commentId } = await write()
    await decide(commentId, 'approve')
    const page = await open()
    page.news()
    for (const household of [2, 3, 4]) {
      const client = aClient(household)
      await must('recommend', recommendComment(deps, ANONYMOUS, { commentId, intent: 'give' }, client))
    }
    await drain()
    expect(page.news()).toEqual([])
    await tick()
    expect(plain(page.news())).toEqual([{ event: 'recommended', data: { id: commentId, recommends: 3 } }])
    await tick()
    expect(page.news()).toEqual([])
  })

  it('only of the piece they read', async () => {
    const first = await openPages()
    const page = await first.open()
    page.news()
    const other = await publicPiece(first.deps, first.moderator)
    await post(first.deps, { slug: other.slug }, first.moderator)
    await first.drain()
    expect(page.news()).toEqual([])
  })
})

describe('when the store fails', () => {
  it('everybody is told to fetch the thread again, and things go on', async () => {
    const { open, write, decide, deps, drain } = await openPages()
    const page = await open()
    page.news()
    const count = deps.threadReader.count.bind(deps.threadReader)
    deps.threadReader.count = async () => {
      throw new Error('database away')
    }
    await decide((await write()).commentId, 'approve')
    expect(page.news().map(({ event }) => event)).toEqual(['reset'])
    deps.threadReader.count = count
    const { commentId } = await write()
    await decide(commentId, 'approve')
    await drain()
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: commentId, parentId: null, count: 2 } },
    ])
  })
})
