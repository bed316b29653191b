import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../lib/kernel/clock'
import { aComment } from '../../support/builders/a-comment'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { serveFromPress, site, piece, howOf, how } from './press-stage'

serveFromPress()

describe('a change', () => {
  it('is on the page before its writer is answered, without the outbox', async () => {
    expect(await how(piece.path)).toBe('miss')
    const { commentId } = await aComment(site.stet, {
      under: piece.slug,
      body: 'Read me at once.',
      then: 'approve',
    })
    expect(await (await site.get(piece.path)).text()).toContain('Read me at once.')
    await how('/')
    await how(`${piece.path}/thread`)
    await aDecision(site.stet, { on: commentId, move: 'reject' })
    for (const path of [piece.path, `${piece.path}/thread`]) {
      expect(await (await site.get(path)).text()).not.toContain('Read me at once.')
    }
    expect(await how('/')).toBe('miss')
  })

  it('that readers do not see makes nothing anew: nobody learns of it', async () => {
    const paths = ['/', '/feed.xml', piece.path, `${piece.path}/thread`]
    await site.drain()
    for (const path of paths) await how(path)
    const { commentId } = await aComment(site.stet, { under: piece.slug })
    await aDecision(site.stet, { on: commentId, move: 'reject' })
    await aDecision(site.stet, { on: commentId, move: 'spam' })
    await site.drain()
    for (const path of paths) expect(await how(path)).toBe('hit')
  })

  it('of one thread leaves the others alone', async () => {
    const other = await aPiece(site.stet, { title: 'Another' })
    for (const path of [piece.path, other.path, `${other.path}/thread`]) await how(path)
    await aComment(site.stet, { under: piece.slug, then: 'approve' })
    expect(await how(piece.path)).toBe('miss')
    expect(await how(other.path)).toBe('hit')
    expect(await how(`${other.path}/thread`)).toBe('hit')
  })

  it('made by a command beside the server comes by the outbox', async () => {
    await how(piece.path)
    // Through the stores, past the ears of this process.
    const { threadReader } = site.ports
    const now = site.ports.clock.now()
    const [root] = await threadReader.roots(piece.articleId, now, { sort: 'newest', after: null, limit: 1 })
    site.ports.tables.queue([
      {
        key: 'beside',
        effect: {
          kind: 'comment.changed',
          commentId: root?.id ?? '',
          articleId: piece.articleId,
          sight: 'changed',
        },
      },
    ])
    expect(await how(piece.path)).toBe('hit')
    await site.drain()
    expect(await how(piece.path)).toBe('miss')
  })
})

describe('the clock', () => {
  const change = (set: Record<string, number>): void => {
    const { articles } = site.ports.tables
    const article = articles.get(piece.articleId)
    if (article) articles.set(piece.articleId, { ...article, ...set })
  }

  it('brings a piece when its time has come', async () => {
    const { clock } = site.ports
    const later = await aPiece(site.stet, { title: 'Later today' })
    const { articles } = site.ports.tables
    const article = articles.get(later.articleId)
    if (article) articles.set(later.articleId, { ...article, publishedAt: clock.now() + MINUTE })
    for (const path of ['/', '/feed.xml', piece.path]) await how(path)
    clock.advance(MINUTE - 1)
    for (const path of ['/', '/feed.xml', piece.path]) {
      const kept = await site.get(path)
      expect(howOf(kept)).toBe('hit')
      expect(await kept.text()).not.toContain('Later today')
    }
    clock.advance(1)
    for (const path of ['/', '/feed.xml']) {
      expect(await (await site.get(path)).text()).toContain('Later today')
    }
  })

  it('closes a thread when its time has come', async () => {
    const { clock } = site.ports
    change({ commentsCloseAt: clock.now() + MINUTE })
    expect(await (await site.get(piece.path)).text()).toContain('<form class="comment-form"')
    await how(`${piece.path}/thread`)
    clock.advance(MINUTE - 1)
    expect(await how(piece.path)).toBe('hit')
    clock.advance(1)
    expect(await (await site.get(piece.path)).text()).not.toContain('<form class="comment-form"')
    expect(await how(`${piece.path}/thread`)).toBe('miss')
  })

  it('has what is said about waiting said anew each day', async () => {
    const { clock } = site.ports
    clock.set(Math.ceil(clock.now() / (24 * HOUR)) * 24 * HOUR - SECOND)
    await how(piece.path)
    expect(await how(piece.path)).toBe('hit')
    clock.advance(SECOND)
    expect(await how(piece.path)).toBe('miss')
  })
})
