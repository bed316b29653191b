import { expect, it } from 'vitest'
import type { Article } from '../../lib/articles/article'
import { tagsNamed } from '../../lib/articles/tags'
import { DAY } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { audit, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('PieceIndex', (world) => {
  const now = () => world().clock.now()
  const index = () => world().pieceIndex
  const tagged = async (names: readonly string[], given: Partial<Article> = {}): Promise<Article> => {
    const article = await storePiece(world(), given)
    const change = { articleId: article.id, expectVersion: 1, set: {}, audit, effects: [] }
    const stored = await world().articleStore.apply({ ...change, liveTags: tagsNamed(names) })
    expect(stored).toBe('stored')
    return article
  }
  const HIDDEN: readonly Partial<Article>[] = [
    { status: 'draft', liveRevisionId: null, publishedAt: null, firstPublishedAt: null },
    { status: 'unpublished' },
    { status: 'trashed' },
    // Pages stand in no list.
    { kind: 'page' },
  ]
  const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id)
  const tagId = async (slug: string) => (await index().tag(slug, now()))?.id ?? ''

  it('gives cards without texts, with bylines and counts', async () => {
    const writer = await storeUser(world(), { name: 'Ada', slug: 'ada' })
    const text = {
      title: 'T',
      dek: 'D',
      kicker: 'K',
      wordCount: 9,
      language: 'ar',
      direction: 'rtl',
    } as const
    const { id, slug, kind, publishedAt } = await storePiece(world(), { createdById: writer.id }, text)
    await storeComment(world(), { articleId: id, status: 'approved' })
    await storeComment(world(), { articleId: id })
    const bylines = [{ userId: writer.id, name: 'Ada', slug: 'ada' }]
    const card = { id, slug, kind, publishedAt, ...text, bylines, cover: null, commentCount: 1 }
    expect(await index().cards(now(), { limit: 5 })).toEqual([card])
  })

  it('has pages in a list of their own, and what is featured in another, last chosen first', async () => {
    const about = await storePiece(world(), { kind: 'page', publishedAt: now() - 5 })
    const help = await storePiece(world(), { kind: 'page', featuredAt: now() })
    await storePiece(world(), { kind: 'page', status: 'draft', liveRevisionId: null, publishedAt: null })
    expect(ids(await index().pages(now(), 9))).toEqual(ids([about, help]))
    expect(ids(await index().pages(now(), 1))).toEqual([about.id])
    expect((await index().pages(now(), 1))[0]?.kind).toBe('page')

    const early = await storePiece(world(), { featuredAt: now() - 9 })
    const late = await storePiece(world(), { featuredAt: now() - 1, publishedAt: now() - DAY })
    await storePiece(world(), { featuredAt: now(), publishedAt: now() + DAY })
    await storePiece(world(), { featuredAt: now(), status: 'unpublished' })
    await storePiece(world())
    expect(ids(await index().featured(now(), 9))).toEqual(ids([late, early]))
    expect(ids(await index().featured(now(), 1))).toEqual([late.id])
  })

  it('lists by tag, by author and by period, newest first, page by page', async () => {
    const ada = await storeUser(world())
    const first = await tagged(['Boats'], { createdById: ada.id })
    world().clock.advance(DAY)
    const second = await tagged(['weather', 'boats'])
    world().clock.advance(DAY)
    const third = await tagged(['Weather'], { createdById: ada.id })
    const list = async (options: Parameters<ReturnType<typeof index>['cards']>[1]) =>
      ids(await index().cards(now(), options))
    const within = { kind: 'tag', tagId: await tagId('boats') } as const
    expect(await list({ limit: 9 })).toEqual(ids([third, second, first]))
    expect(await list({ limit: 9, within })).toEqual(ids([second, first]))
    expect(await list({ limit: 1, within })).toEqual([second.id])
    const after = { at: second.publishedAt ?? 0, id: second.id }
    expect(await list({ limit: 9, within, after })).toEqual([first.id])
    expect(await list({ limit: 9, within: { kind: 'author', userId: ada.id } })).toEqual(ids([third, first]))
    const period = { kind: 'period', from: first.publishedAt ?? 0, until: third.publishedAt ?? 0 } as const
    expect(await list({ limit: 9, within: period })).toEqual(ids([second, first]))
  })

  it('knows no tag and no author without a public piece, and counts public pieces alone', async () => {
    const ghost = await storeUser(world(), { slug: 'ghost' })
    for (const hidden of HIDDEN) await tagged(['secret', 'boats'], { createdById: ghost.id, ...hidden })
    await tagged(['later'], { createdById: ghost.id, publishedAt: now() + 9 })
    expect(await index().tags(now(), 9)).toEqual([])
    expect(await index().authors(now(), 9)).toEqual([])
    expect(await index().months(now())).toEqual([])
    expect(await index().cards(now(), { limit: 9 })).toEqual([])
    expect(await index().author('ghost', now())).toBeNull()
    const shown = await tagged(['boats'])
    expect(await index().tags(now(), 9)).toMatchObject([{ slug: 'boats', name: 'boats', pieces: 1 }])
    expect(await index().tag('secret', now())).toBeNull()
    expect(await index().tag('nothing', now())).toBeNull()
    expect(ids(await index().cards(now(), { limit: 9 }))).toEqual([shown.id])
    world().clock.advance(9)
    expect(await index().tag('later', now())).toMatchObject({ slug: 'later' })
    expect(await index().author('ghost', now())).toMatchObject({ userId: ghost.id, slug: 'ghost', bio: '' })
  })

  it('counts tags and authors, most pieces first', async () => {
    const ada = await storeUser(world(), { slug: 'ada', name: 'Ada', bio: 'Writes.' })
    await tagged(['one', 'both'], { createdById: ada.id })
    await tagged(['both'], { createdById: ada.id })
    await tagged(['both'])
    const counts = (await index().tags(now(), 9)).map(({ slug, pieces }) => [slug, pieces])
    expect(counts).toEqual([
      ['both', 3],
      ['one', 1],
    ])
    expect(await index().tags(now(), 1)).toHaveLength(1)
    const [first, ...others] = await index().authors(now(), 9)
    expect(first).toEqual({ userId: ada.id, slug: 'ada', name: 'Ada', bio: 'Writes.', pieces: 2 })
    expect(others).toHaveLength(1)
    world().clock.advance(1)
    await tagged(['new', 'one'])
    expect((await index().tags(now(), 9, 1)).map(({ slug }) => slug).sort()).toEqual(['new', 'one'])
  })

  it('spells a tag as it was published last, and forgets what a piece is no longer about', async () => {
    const piece = await tagged(['boats', 'rope'])
    await tagged(['Boats'])
    expect(await index().tag('boats', now())).toMatchObject({ name: 'Boats' })
    const change = { articleId: piece.id, expectVersion: 2, set: {}, audit, effects: [] }
    await world().articleStore.apply({ ...change, liveTags: tagsNamed(['weather', 'boats']) })
    const read = await world().articleReader.readById(piece.id, now())
    expect(read?.tags).toEqual([
      { slug: 'weather', name: 'weather' },
      { slug: 'boats', name: 'boats' },
    ])
    expect(await index().tag('rope', now())).toBeNull()
    // A change that says nothing of tags leaves them.
    await world().articleStore.apply({ ...change, expectVersion: 3 })
    expect((await world().articleReader.readById(piece.id, now()))?.tags).toHaveLength(2)
  })

  it('finds other pieces with the same tags: most in common first, then newest', async () => {
    const piece = await tagged(['a', 'b', 'c'])
    const one = await tagged(['a', 'z'])
    const two = await tagged(['b', 'c'])
    world().clock.advance(1)
    const later = await tagged(['c'])
    await tagged(['z'])
    for (const hidden of HIDDEN) await tagged(['a', 'b', 'c'], hidden)
    const found = await index().sharingTags(piece.id, now(), 9)
    expect(found.map(({ card, shared }) => [card.id, shared])).toEqual([
      [two.id, 2],
      [later.id, 1],
      [one.id, 1],
    ])
    expect(await index().sharingTags(piece.id, now(), 1)).toHaveLength(1)
  })

  it('knows what came out right before and after', async () => {
    const pieces: Article[] = []
    for (let n = 0; n < 3; n += 1) {
      pieces.push(await storePiece(world()))
      world().clock.advance(1)
      await storePiece(world(), { status: 'unpublished' })
    }
    const [first, second, third] = pieces
    const around = async (piece: Article | undefined) => {
      const { earlier, later } = await index().neighbours(
        { at: piece?.publishedAt ?? 0, id: piece?.id ?? '' },
        now(),
      )
      return [earlier?.id, later?.id]
    }
    expect(await around(first)).toEqual([undefined, second?.id])
    expect(await around(second)).toEqual([first?.id, third?.id])
    expect(await around(third)).toEqual([second?.id, undefined])
  })

  it('counts by month, in UTC, newest first', async () => {
    for (const at of ['2024-12-31T23:59:59.999Z', '2025-01-01T00:00:00.000Z', '2025-01-31T12:00:00.000Z'])
      await storePiece(world(), { publishedAt: Date.parse(at) })
    world().clock.set(Date.parse('2025-02-01T00:00:00.000Z'))
    await storePiece(world(), { publishedAt: now() + 1 })
    expect(await index().months(now())).toEqual([
      { year: 2025, month: 1, pieces: 2 },
      { year: 2024, month: 12, pieces: 1 },
    ])
  })
})
