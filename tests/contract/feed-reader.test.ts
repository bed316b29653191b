import { expect, it } from 'vitest'
import type { CommentStatus } from '../../lib/comments/comment-status'
import type { Decision } from '../../lib/comments/comment-store'
import { HOUR } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { aChange, aDecision, move, recordOf, storeComment, storePiece } from './support/rows'

onEveryBackend('FeedReader', (world) => {
  const now = () => world().clock.now()
  const comments = (articleId: string | null = null, limit = 50) =>
    world().feedReader.comments(now(), { articleId, limit })
  const texts = async (articleId: string | null = null, limit = 50) =>
    (await comments(articleId, limit)).map(({ body }) => body)

  it('tells of a visible comment and of its piece', async () => {
    const piece = await storePiece(world(), { slug: 'the-ferry' }, { title: 'The ferry', language: 'fr' })
    const root = await storeComment(world(), { articleId: piece.id, status: 'approved', name: 'Ada' })
    world().clock.advance(5)
    const editedAt = now()
    const reply = await storeComment(world(), {
      articleId: piece.id,
      status: 'approved',
      name: '',
      parent: root,
      body: 'Two\nlines',
      createdAt: editedAt - 1,
      editedAt,
    })
    const [first, second] = await comments()
    expect(first).toEqual({
      id: reply.id,
      parentId: root.id,
      name: '',
      body: 'Two\nlines',
      createdAt: editedAt - 1,
      changedAt: editedAt,
      piece: { id: piece.id, slug: 'the-ferry', title: 'The ferry', language: 'fr' },
    })
    expect(second).toMatchObject({ id: root.id, parentId: null, name: 'Ada', changedAt: root.createdAt })
    expect(await comments(piece.id)).toEqual([first, second])
  })

  it('dates a comment by when readers got its words, not by when they were written', async () => {
    const { id: articleId } = await storePiece(world())
    const { id, createdAt } = await storeComment(world(), { articleId })
    const changed = async () => (await comments(articleId)).map((one) => [one.createdAt, one.changedAt])
    const later = async (status: CommentStatus, move: Decision['move']) => {
      world().clock.advance(HOUR)
      const decision = aDecision(world(), await recordOf(world(), id), status, { move })
      await world().commentStore.apply(await aChange(world(), id, status, { decision }))
    }
    await later('approved', 'approve')
    expect(await changed()).toEqual([[createdAt, now()]])
    const shown = now()
    await later('approved', 'keep')
    expect(await changed()).toEqual([[createdAt, shown]])
    await later('rejected', 'reject')
    expect(await changed()).toEqual([])
    await later('approved', 'approve')
    expect(await changed()).toEqual([[createdAt, now()]])
  })

  it.each(['pending', 'rejected', 'spam', 'removed', 'erased'] as const)(
    'tells nothing of a comment that is %s, nor of what it answers',
    async (status) => {
      const { id: articleId } = await storePiece(world())
      const hidden = await storeComment(world(), { articleId, status: 'approved', body: 'canary' })
      const reply = await storeComment(world(), {
        articleId,
        status: 'approved',
        parent: hidden,
        body: 'reply',
      })
      await move(world(), hidden.id, status)
      const isStub = status === 'removed' || status === 'erased'
      const expected = isStub ? [expect.objectContaining({ id: reply.id, parentId: null })] : []
      expect(await comments()).toEqual(expected)
      expect(await comments(articleId)).toEqual(expected)
    },
  )

  it('lists the newest first, of one piece or of all, up to a limit', async () => {
    const [one, other] = [await storePiece(world()), await storePiece(world())]
    for (const [articleId, body] of [
      [one.id, 'first'],
      [other.id, 'second'],
      [one.id, 'third'],
      [one.id, 'fourth'],
    ] as const) {
      world().clock.advance(1)
      await storeComment(world(), { articleId, status: 'approved', body })
    }
    expect(await texts()).toEqual(['fourth', 'third', 'second', 'first'])
    expect(await texts(null, 2)).toEqual(['fourth', 'third'])
    expect(await texts(one.id)).toEqual(['fourth', 'third', 'first'])
    expect(await texts(one.id, 1)).toEqual(['fourth'])
    expect(await texts(other.id)).toEqual(['second'])
    expect(await texts('nothing-is-here')).toEqual([])
  })

  it.each(['draft', 'unpublished', 'trashed'] as const)(
    'tells nothing of a piece that is %s',
    async (status) => {
      const { id: articleId } = await storePiece(world(), { status })
      await storeComment(world(), { articleId, status: 'approved' })
      expect(await comments()).toEqual([])
      expect(await comments(articleId)).toEqual([])
      expect(await world().feedReader.sitemapParts(now(), 10)).toEqual([])
      expect(await world().feedReader.sitemapPart(now(), { part: 0, size: 10 })).toEqual([])
      expect(await world().feedReader.news(now(), { since: 0, limit: 10 })).toEqual([])
      expect(await world().feedReader.document(articleId, now())).toBeNull()
    },
  )

  it('keeps a scheduled piece to itself until its moment', async () => {
    const at = now() + 10
    const { id: articleId } = await storePiece(world(), { publishedAt: at, firstPublishedAt: at })
    await storeComment(world(), { articleId, status: 'approved', body: 'early' })
    const read = async () => [
      await texts(),
      await world().feedReader.sitemapParts(now(), 10),
      (await world().feedReader.news(now(), { since: 0, limit: 10 })).length,
      (await world().feedReader.document(articleId, now())) !== null,
    ]
    expect(await read()).toEqual([[], [], 0, false])
    world().clock.set(at)
    expect(await read()).toEqual([['early'], [at], 1, true])
  })

  it('cuts the map of pieces into parts, oldest first, each as new as its newest change', async () => {
    const slugs: string[] = []
    const picture = {
      name: '0029a734bb99b2255048b56074',
      width: 8,
      height: 6,
      colour: '#123456',
      widths: [8],
    }
    const cover = { picture, alt: 'A bridge', credit: '', focus: '' }
    for (let n = 0; n < 5; n += 1) {
      world().clock.advance(HOUR)
      slugs.push((await storePiece(world(), {}, { html: `<p>${n}</p>`, cover: n === 4 ? cover : null })).slug)
    }
    const start = now() - 4 * HOUR
    // The first was changed last, in words that had waited; the second was written long before its day.
    world().clock.advance(HOUR)
    const waited = { createdAt: start - 1 }
    await storePiece(world(), { slug: 'changed', publishedAt: start - 2, liveAt: now() }, waited)
    await storePiece(world(), { slug: 'waited', publishedAt: start - 1 }, { createdAt: 1 })
    const { sitemapParts, sitemapPart } = {
      sitemapParts: (size: number) => world().feedReader.sitemapParts(now(), size),
      sitemapPart: (part: number, size: number) => world().feedReader.sitemapPart(now(), { part, size }),
    }
    expect(await sitemapParts(3)).toEqual([now(), start + 3 * HOUR, start + 4 * HOUR])
    expect(await sitemapParts(100)).toEqual([now()])
    expect((await sitemapPart(0, 3)).map(({ slug }) => slug)).toEqual(['changed', 'waited', slugs[0]])
    expect(await sitemapPart(2, 3)).toEqual([
      { slug: slugs[4], kind: 'piece', html: '<p>4</p>', cover, changedAt: start + 4 * HOUR },
    ])
    expect((await sitemapPart(0, 3))[1]?.changedAt).toBe(start - 1)
    expect(await sitemapPart(3, 3)).toEqual([])
  })

  it('lists what was published since a moment, newest first, up to a limit', async () => {
    const at = now()
    for (const ago of [3, 2, 1, 0]) {
      await storePiece(
        world(),
        { slug: `${ago}-ago`, publishedAt: at - ago },
        { title: `Title ${ago}`, language: 'de' },
      )
    }
    const news = (since: number, limit = 10) => world().feedReader.news(now(), { since, limit })
    expect(await news(at - 1)).toEqual([
      { slug: '0-ago', title: 'Title 0', language: 'de', publishedAt: at },
      { slug: '1-ago', title: 'Title 1', language: 'de', publishedAt: at - 1 },
    ])
    expect((await news(at - 3)).length).toBe(4)
    expect((await news(at - 3, 2)).map(({ slug }) => slug)).toEqual(['0-ago', '1-ago'])
  })

  it('gives the live document of a piece', async () => {
    const document = { type: 'doc', content: [{ type: 'horizontalRule' }] }
    const { id } = await storePiece(world(), {}, { document, plainText: 'Words' })
    expect(await world().feedReader.document(id, now())).toEqual({
      document,
      schemaVersion: 1,
      plainText: 'Words',
    })
    expect(await world().feedReader.document('nothing-is-here', now())).toBeNull()
  })
})
