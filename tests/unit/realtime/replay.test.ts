import { describe, expect, it } from 'vitest'
import { decideOn } from '../../support/conversation'
import { type Page, openPages } from './open-pages'

const lastOf = (page: Page): string => page.news().findLast(({ id }) => id !== null)?.id ?? ''
const idsOf = (news: readonly { data: Record<string, unknown> }[]): unknown[] =>
  news.map(({ data }) => data.id)

/** A page that heard of one comment and left; what it saw last, and two more comments since. */
const missed = async () => {
  const pages = await openPages()
  const { open, leave, write, decide } = pages
  const page = await open()
  const approved = async (): Promise<string> => {
    const { commentId } = await write()
    await decide(commentId, 'approve')
    return commentId
  }
  await approved()
  const last = lastOf(page)
  leave(page)
  const since = [await approved(), await approved()]
  return { ...pages, last, since, approved }
}

describe('a reader who comes back', () => {
  it('hears what they missed, though nobody was there to hear it, and stands where it ended', async () => {
    const { open, last, since } = await missed()
    const news = (await open({ last })).news()
    expect(news.map(({ event }) => event)).toEqual(['hello', 'appeared', 'appeared'])
    expect(news[0]).toMatchObject({ id: last, data: { count: 3 } })
    expect(idsOf(news.slice(1))).toEqual(since)
    const again = await open({ last: news[2]?.id ?? '' })
    expect(again.news().map(({ event }) => event)).toEqual(['hello'])
  })

  it('hears it once, also when it is just being told', async () => {
    const { open, last, since, write, deps, moderator, drain } = await missed()
    const { commentId } = await write()
    await decideOn(deps, moderator, commentId, 'approve')
    const [, page] = await Promise.all([drain(), open({ last })])
    expect(idsOf(page.news().slice(1))).toEqual([...since, commentId])
  })

  it.each(['', 'nonsense', 'abcdefghijkl-1', '../../etc-1', '1'])(
    'from nowhere we know (%j) starts anew',
    async (last) => {
      const { open } = await missed()
      expect((await open({ last })).news().map(({ event }) => event)).toEqual(['hello', 'reset'])
    },
  )

  it('from the future starts anew', async () => {
    const { open, last } = await missed()
    const ahead = await open({ last: last.replace(/-\d+$/, '-99') })
    expect(ahead.news().map(({ event }) => event)).toEqual(['hello', 'reset'])
  })

  it('after more events than are kept starts anew', async () => {
    const { open, last, since, bus, hub, piece } = await missed()
    const [commentId = ''] = since
    const say = (n: number) =>
      Promise.all(
        Array.from({ length: n }, () =>
          bus.publish({ kind: 'comment.changed', commentId, articleId: piece.id, sight: 'changed' }),
        ),
      )
    await say(198)
    await hub.settled()
    expect((await open({ last })).news()).toHaveLength(201)
    await say(1)
    await hub.settled()
    expect((await open({ last })).news().map(({ event }) => event)).toEqual(['hello', 'reset'])
  })

  it('after ten minutes starts anew', async () => {
    const { open, last, deps, hub } = await missed()
    deps.clock.advance(10 * 60_000 + 1_000)
    hub.tick()
    expect((await open({ last })).news().map(({ event }) => event)).toEqual(['hello', 'reset'])
  })

  it('to another instance, or after a restart, starts anew', async () => {
    const { last } = await missed()
    const other = await openPages()
    expect((await other.open({ last })).news().map(({ event }) => event)).toEqual(['hello', 'reset'])
  })

  it('after messages between instances were lost starts anew, and so do those who stayed', async () => {
    const { open, last, hub } = await missed()
    const page = await open({ last })
    page.news()
    hub.reset()
    const [reset] = page.news()
    expect(reset).toMatchObject({ event: 'reset', data: {} })
    expect((await open({ last })).news().map(({ event }) => event)).toEqual(['hello', 'reset'])
    expect((await open({ last: reset?.id ?? '' })).news().map(({ event }) => event)).toEqual(['hello'])
  })
})

describe('channels without readers', () => {
  it('are kept for a number of pieces; those left longest ago go first', async () => {
    const { hub, deps, piece, open, leave, last, since } = await missed()
    const page = await open({ last })
    leave(page)
    for (let n = 0; n < 500; n += 1) {
      deps.clock.advance(1)
      await hub.poll(`piece-${n}`, null)
    }
    hub.tick()
    expect(await hub.poll(piece.id, last)).toMatchObject({ reset: true, events: [] })
    expect(since).toHaveLength(2)
  })
})

describe('a reader who polls', () => {
  it('hears the same, and is not counted', async () => {
    const { hub, piece, last, since, open } = await missed()
    await open()
    const polled = await hub.poll(piece.id, last)
    expect(polled).toMatchObject({ count: 3, active: 1, typing: 0, reset: false })
    expect(polled.events).toEqual(
      since.map((id, n) => ({
        id: last.replace(/\d+$/, String(2 + n)),
        event: 'appeared',
        data: { id, parentId: null, count: 2 + n },
      })),
    )
    expect(await hub.poll(piece.id, polled.last)).toMatchObject({ reset: false, events: [] })
    expect(await hub.poll(piece.id, null)).toMatchObject({ last: polled.last, reset: false, events: [] })
    expect(await hub.poll(piece.id, 'abcdefghijkl-1')).toMatchObject({ reset: true, events: [] })
  })
})
