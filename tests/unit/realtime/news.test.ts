import { describe, expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { changeArticleStatus } from '../../../lib/articles/change-article-status'
import { publishArticle } from '../../../lib/articles/publish-article'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { decideOn, post, publicPiece, stored } from '../../support/conversation'
import { openPages } from './open-pages'

/** What pages were told, without ids of events. */
const plain = (news: readonly { event: string; data: unknown }[]) =>
  news.map(({ event, data }) => ({ event, data }))

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

describe('readers are told nothing', () => {
  it('of comments that wait, are turned down, are spam or are withdrawn before anybody saw them', async () => {
    const { open, write, decide, withdraw, drain, tick } = await openPages()
    const shown = await write()
    await decide(shown.commentId, 'approve')
    const page = await open()
    page.news()
    for (const parent of [undefined, shown.commentId]) {
      await write(parent)
      await decide((await write(parent)).commentId, 'reject')
      await decide((await write(parent)).commentId, 'spam')
      const waiting = await write(parent)
      await decide(waiting.commentId, 'reject')
      await decide(waiting.commentId, 'hold')
      await withdraw(waiting.commentId, waiting.author)
      const taken = await write(parent)
      await withdraw(taken.commentId, taken.author)
    }
    await drain()
    await tick()
    expect(page.text).toBe('')
  })

  it('of what happens below something hidden', async () => {
    const { open, write, decide, withdraw } = await openPages()
    const parent = await write()
    await decide(parent.commentId, 'approve')
    const [waiting, standing, leaving] = [
      await write(parent.commentId),
      await write(parent.commentId),
      await write(parent.commentId),
    ]
    await decide(standing.commentId, 'approve')
    await decide(leaving.commentId, 'approve')
    await decide(parent.commentId, 'reject')
    const page = await open()
    page.news()
    await decide(waiting.commentId, 'approve')
    await decide(standing.commentId, 'reject')
    await withdraw(leaving.commentId, leaving.author)
    expect(page.text).toBe('')
    // And it comes with what stands below it by then.
    await decide(parent.commentId, 'approve')
    expect(plain(page.news())).toEqual([
      { event: 'appeared', data: { id: parent.commentId, parentId: null, count: 2 } },
    ])
  })

  it('of a comment that is gone again before it could be told, but that it went', async () => {
    const { open, write, deps, moderator, drain } = await openPages()
    const page = await open()
    page.news()
    const { commentId } = await write()
    await decideOn(deps, moderator, commentId, 'approve')
    await decideOn(deps, moderator, commentId, 'reject')
    await drain()
    expect(plain(page.news())).toEqual([{ event: 'vanished', data: { id: commentId, count: 0 } }])
  })

  it('of a disappearance that is undone by the time it is told of', async () => {
    const { open, write, decide, bus, hub, piece } = await openPages()
    const { commentId } = await write()
    await decide(commentId, 'approve')
    const page = await open()
    page.news()
    // A late repeat of an earlier effect.
    await bus.publish({ kind: 'comment.changed', commentId, articleId: piece.id, sight: 'vanished' })
    await hub.settled()
    expect(page.text).toBe('')
  })

  it('of recommends on what they do not see', async () => {
    const { open, write, bus, tick, piece } = await openPages()
    const page = await open()
    page.news()
    const { commentId } = await write()
    await bus.publish({ kind: 'comment.recommended', commentId, articleId: piece.id })
    await tick()
    expect(page.text).toBe('')
  })

  it('of any comment that never was', async () => {
    const { open, bus, hub, deps, tick, piece } = await openPages()
    const page = await open()
    page.news()
    const [commentId, articleId] = [deps.ids.random(), piece.id]
    await bus.publish({ kind: 'comment.changed', commentId, articleId, sight: 'appeared' })
    await bus.publish({ kind: 'comment.changed', commentId, articleId, sight: 'changed' })
    await bus.publish({ kind: 'comment.recommended', commentId, articleId })
    await bus.publish({ kind: 'settings.changed', key: 'site' })
    await hub.settled()
    await tick()
    expect(page.text).toBe('')
  })

  it('so that with and without hidden activity a stream is the same, event for event', async () => {
    const told = async (noise: boolean) => {
      const { open, write, decide, withdraw, tick, drain } = await openPages()
      const page = await open()
      const names = new Map<string, string>()
      const hide = async (parent?: string): Promise<void> => {
        if (!noise) return
        await write(parent)
        await decide((await write(parent)).commentId, 'spam')
        const waiting = await write(parent)
        await withdraw(waiting.commentId, waiting.author)
        await drain()
      }
      await hide()
      const first = await write()
      names.set(first.commentId, 'first')
      await decide(first.commentId, 'approve')
      await hide(first.commentId)
      await tick()
      const second = await write(first.commentId)
      names.set(second.commentId, 'second')
      await hide()
      await decide(second.commentId, 'approve')
      await hide(second.commentId)
      await decide(second.commentId, 'reject')
      await hide(first.commentId)
      await withdraw(first.commentId, first.author)
      await tick()
      let text = page.text.replaceAll(page.id, 'stream').replaceAll(/id: [0-9a-z]{12}-/g, 'id: boot-')
      for (const [id, name] of names) text = text.replaceAll(id, name)
      return text
    }
    const quiet = await told(false)
    expect(quiet).toContain('second')
    expect(await told(true)).toBe(quiet)
  })
})

describe('a piece that is not public any more', () => {
  it('ends its streams and says nothing; a piece that changed goes on', async () => {
    const { open, write, decide, deps, moderator, piece, drain } = await openPages()
    const { commentId } = await write()
    await decide(commentId, 'approve')
    const page = await open()
    page.news()
    const { version } = piece
    await deps.articleStore.apply({
      articleId: piece.id,
      expectVersion: version,
      set: { commentMode: 'closed' },
      audit: { actor: moderator, action: 'save.article', subject: `article:${piece.id}`, detail: {} },
      effects: [
        { key: 'changed', effect: { kind: 'article.changed', articleId: piece.id, slugs: [piece.slug] } },
      ],
    })
    await drain()
    expect(page.gone).toBe(false)
    const change = { articleId: piece.id, version: version + 1, move: 'unpublish' } as const
    await must('unpublish', changeArticleStatus(deps, moderator, change))
    await decide(commentId, 'reject')
    expect(page.gone).toBe(true)
    expect(page.text).toBe('')
  })

  it('ends them within a minute even when nobody says so', async () => {
    const { open, deps, piece, tick } = await openPages()
    const page = await open()
    const article = deps.tables.articles.get(piece.id)
    if (!article) throw new Error('no piece')
    deps.tables.articles.set(piece.id, { ...article, publishedAt: deps.clock.now() + 10 * 60_000 })
    for (let second = 0; second < 60; second += 1) await tick()
    expect(page.gone).toBe(true)
  })

  it('is live again when it is public again, without what happened in between', async () => {
    const { open, write, decide, deps, moderator, piece, drain } = await openPages()
    const page = await open()
    const [{ id: last }] = page.news() as unknown as [{ id: string }]
    const { commentId } = await write()
    const change = { articleId: piece.id, version: piece.version, move: 'unpublish' } as const
    const { version } = await must('unpublish', changeArticleStatus(deps, moderator, change))
    await drain()
    await decide(commentId, 'approve')
    await decide(commentId, 'reject')
    await must('publish', publishArticle(deps, moderator, { articleId: piece.id, version }))
    await drain()
    const back = await open({ last })
    expect(back.news().map(({ event }) => event)).toEqual(['hello', 'reset'])
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
