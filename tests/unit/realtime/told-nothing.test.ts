import { describe, expect, it } from 'vitest'
import { decideOn } from '../../support/conversation'
import { openPages, plain } from './open-pages'

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
