import { expect, it } from 'vitest'
import { NO_LISTING } from '../../lib/articles/listing'
import { onEveryBackend } from './support/backends'
import { audit, move, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('ArticleReader', (world) => {
  const now = () => world().clock.now()
  const meaning = (slug: string) => world().articleReader.meaningOf(slug, now())

  it('gives a public piece with its bylines and the number of visible comments', async () => {
    const writer = await storeUser(world(), { name: 'Ada', slug: 'ada' })
    const notes = [{ on: '2025-02-12', kind: 'correction', text: 'Not "so".' }] as const
    const article = await storePiece(
      world(),
      { createdById: writer.id, commentMode: 'closed', commentsCloseAt: 9 },
      {
        ...{
          title: 'A title',
          dek: 'A dek',
          kicker: 'A kicker',
          wordCount: 12,
          language: 'he',
          direction: 'rtl',
        },
        ...{ notes, canonicalUrl: 'https://elsewhere.example/' },
      },
    )
    const root = await storeComment(world(), { articleId: article.id, status: 'approved' })
    await storeComment(world(), { articleId: article.id, status: 'approved', parent: root })
    const stub = await storeComment(world(), { articleId: article.id, status: 'approved' })
    await storeComment(world(), { articleId: article.id, status: 'approved', parent: stub })
    await move(world(), stub.id, 'removed')
    await storeComment(world(), { articleId: article.id })
    const piece = await world().articleReader.read(article.slug, now())
    expect(piece).toEqual({
      id: article.id,
      slug: article.slug,
      kind: 'piece',
      title: 'A title',
      dek: 'A dek',
      kicker: 'A kicker',
      cover: null,
      html: '<p>Let it stand.</p>',
      plainText: 'Let it stand.',
      wordCount: 12,
      language: 'he',
      direction: 'rtl',
      publishedAt: article.publishedAt,
      updatedAt: article.createdAt,
      bylines: [{ userId: writer.id, name: 'Ada', slug: 'ada' }],
      tags: [],
      notes,
      canonicalUrl: 'https://elsewhere.example/',
      listing: NO_LISTING,
      commentMode: 'closed',
      commentsCloseAt: 9,
      commentCount: 3,
    })
    expect(await world().articleReader.readById(article.id, now())).toEqual(piece)
    expect(await meaning(article.slug)).toEqual({ kind: 'public', articleId: article.id, of: 'piece' })
  })

  it.each(['draft', 'unpublished', 'trashed'] as const)(
    'gives nothing of a piece that is %s',
    async (status) => {
      const { id, slug } = await storePiece(world(), { status, firstPublishedAt: null })
      expect(await world().articleReader.read(slug, now())).toBeNull()
      expect(await world().articleReader.readById(id, now())).toBeNull()
      expect(await world().articleReader.readAll([id], now())).toEqual([])
      expect(await meaning(slug)).toEqual({ kind: 'missing' })
      expect(await meaning('nothing-was-ever-here')).toEqual({ kind: 'missing' })
    },
  )

  it('says when a text became what readers see, where that was noted', async () => {
    const { slug } = await storePiece(world(), { liveAt: now() - 5 }, { createdAt: now() - 9 })
    expect((await world().articleReader.read(slug, now()))?.updatedAt).toBe(now() - 5)
  })

  it('says of a piece that was public that it is gone, at its old address too', async () => {
    const article = await storePiece(world())
    const { id: articleId, slug: retiredSlug } = article
    const traces = { articleId, audit, effects: [] }
    const set = { slug: 'now', addressPublicAt: now() }
    await world().articleStore.apply({ ...traces, expectVersion: 1, set, retiredSlug })
    expect(await meaning(retiredSlug)).toEqual({ kind: 'moved', slug: 'now', of: 'piece' })
    await world().articleStore.apply({ ...traces, expectVersion: 2, set: { status: 'unpublished' } })
    expect(await meaning('now')).toEqual({ kind: 'gone', of: 'piece' })
    expect(await meaning(retiredSlug)).toEqual({ kind: 'gone', of: 'piece' })
  })

  it('says nothing of an address that was given after the piece was taken down', async () => {
    const { id: articleId, slug: retiredSlug } = await storePiece(world(), { status: 'unpublished' })
    const change = (version: number, set: object, retired?: string) =>
      world().articleStore.apply({
        ...{ articleId, audit, effects: [], expectVersion: version, set },
        ...(retired === undefined ? {} : { retiredSlug: retired }),
      })
    await change(1, { slug: 'never-told', addressPublicAt: null }, retiredSlug)
    expect(await meaning('never-told')).toEqual({ kind: 'missing' })
    expect(await meaning(retiredSlug)).toEqual({ kind: 'gone', of: 'piece' })
    await change(2, { addressPublicAt: now() + 5 })
    expect(await meaning('never-told')).toEqual({ kind: 'missing' })
    // Taken back, it is as known as it was.
    await change(3, { slug: retiredSlug, addressPublicAt: null })
    expect(await meaning(retiredSlug)).toEqual({ kind: 'gone', of: 'piece' })
    expect(await meaning('never-told')).toEqual({ kind: 'missing' })
  })

  it('knows when the next piece appears by itself', async () => {
    const next = () => world().articleReader.nextChange(now())
    expect(await next()).toBeNull()
    await storePiece(world())
    await storePiece(world(), { publishedAt: now() + 50 })
    await storePiece(world(), { publishedAt: now() + 20 })
    await storePiece(world(), { publishedAt: now() + 5, status: 'unpublished' })
    expect(await next()).toBe(now() + 20)
    world().clock.advance(20)
    expect(await next()).toBe(now() + 30)
    world().clock.advance(30)
    expect(await next()).toBeNull()
  })

  it('takes a piece down by itself, from lists that began before as well, and knows that moment', async () => {
    const early = await storePiece(world())
    world().clock.advance(10)
    const brief = await storePiece(world(), { unpublishAt: now() + 20, pinnedUntil: now() + 15 })
    expect(await world().articleReader.nextChange(now())).toBe(now() + 15)
    const since = { at: now() + 1, id: brief.id }
    const cards = () => world().pieceIndex.cards(now(), { limit: 9, after: since })
    expect((await cards()).map(({ id }) => id)).toEqual([brief.id, early.id])
    world().clock.advance(15)
    expect(await world().articleReader.nextChange(now())).toBe(now() + 5)
    world().clock.advance(5)
    expect(await meaning(brief.slug)).toEqual({ kind: 'gone', of: 'piece' })
    expect(await world().articleReader.read(brief.slug, now())).toBeNull()
    expect((await cards()).map(({ id }) => id)).toEqual([early.id])
    expect(await world().articleReader.nextChange(now())).toBeNull()
  })

  it('tells a comment what it must know of its piece, by either address, while it is public', async () => {
    const choices = { commentMode: 'first', commentsCloseAt: now() + 5 } as const
    const { id, slug, publishedAt } = await storePiece(world(), choices, { language: 'de' })
    const commentable = (address: string) => world().articleReader.commentable(address, now())
    const expected = { id, ...choices, publishedAt, language: 'de' }
    expect(await commentable(slug)).toEqual(expected)
    const change = { articleId: id, audit, effects: [] }
    await world().articleStore.apply({
      ...change,
      expectVersion: 1,
      set: { slug: 'moved-here' },
      retiredSlug: slug,
    })
    expect(await commentable(slug)).toEqual(expected)
    expect(await commentable('moved-here')).toEqual(expected)
    expect(await commentable('never-was')).toBeNull()
    await world().articleStore.apply({ ...change, expectVersion: 2, set: { status: 'unpublished' } })
    expect(await commentable('moved-here')).toBeNull()
  })

  it('keeps a scheduled piece to itself until its moment', async () => {
    const at = now() + 10
    const { id, slug } = await storePiece(world(), { publishedAt: at, firstPublishedAt: at })
    expect(await meaning(slug)).toEqual({ kind: 'missing' })
    expect(await world().articleReader.readAll([id], now())).toEqual([])
    world().clock.set(at)
    expect(await meaning(slug)).toEqual({ kind: 'public', articleId: id, of: 'piece' })
    expect(await world().articleReader.readAll([id], now())).toHaveLength(1)
  })

  it('reads many at once, in the order asked for', async () => {
    const [a, b] = [await storePiece(world()), await storePiece(world())]
    const found = await world().articleReader.readAll([b.id, 'nothing', a.id], now())
    expect(found).toEqual([
      await world().articleReader.readById(b.id, now()),
      await world().articleReader.readById(a.id, now()),
    ])
    expect(await world().articleReader.readAll([], now())).toEqual([])
  })
})
