import { expect, it } from 'vitest'
import type { Article } from '../../lib/articles/article'
import type { ArticleChange } from '../../lib/articles/article-store'
import { HOUR } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { audit, storePiece } from './support/rows'

onEveryBackend('PieceTies', (world) => {
  const now = () => world().clock.now()
  const ties = () => world().pieceTies
  const tie = async (article: Article, live: Partial<ArticleChange>, expectVersion = 1): Promise<void> => {
    const change = { articleId: article.id, expectVersion, set: {}, audit, effects: [] }
    expect(await world().articleStore.apply({ ...change, ...live })).toBe('stored')
  }
  const ferry = { slug: 'the-ferry', name: 'The ferry' }
  const part = async (given: Partial<Article> = {}): Promise<Article> => {
    world().clock.advance(HOUR)
    const article = await storePiece(world(), given)
    await tie(article, { liveSeries: ferry })
    return article
  }
  const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id)

  it('puts the public parts of a series in their order, and counts no others', async () => {
    const later = now() + 100 * HOUR
    const [one, , two, three] = [
      await part(),
      await part({ status: 'unpublished' }),
      await part(),
      await part(),
      await part({ publishedAt: later }),
    ]
    const series = await ties().series('the-ferry', now())
    expect(series).toMatchObject(ferry)
    expect(ids(await ties().parts(series?.id ?? '', now(), 9))).toEqual(ids([one, two, three]))
    expect(ids(await ties().parts(series?.id ?? '', now(), 2))).toEqual(ids([one, two]))
    expect(await ties().allSeries(now(), 9)).toEqual([{ ...series, pieces: 3 }])
    expect(await ties().allSeries(later, 9)).toEqual([{ ...series, pieces: 4 }])
    expect(await ties().placeInSeries(two.id, now())).toMatchObject({
      ...{ series, part: 2, parts: 3, earlier: { id: one.id }, later: { id: three.id } },
    })
    expect(await ties().placeInSeries(one.id, now())).toMatchObject({ part: 1, earlier: null })
    const within = { kind: 'series', seriesId: series?.id ?? '' } as const
    expect(ids(await world().pieceIndex.cards(now(), { limit: 2, within }))).toEqual(ids([three, two]))
  })

  it('forgets a series that a piece has left, keeps one that a change says nothing of, and spells it as last', async () => {
    const one = await part()
    await tie(one, {}, 2)
    expect(await ties().placeInSeries(one.id, now())).toMatchObject({ part: 1 })
    await tie(await storePiece(world()), { liveSeries: { slug: 'the-ferry', name: 'The Ferry' } })
    expect(await ties().series('the-ferry', now())).toMatchObject({ name: 'The Ferry' })
    await tie(one, { liveSeries: null }, 3)
    expect(await ties().placeInSeries(one.id, now())).toBeNull()
    expect(await ties().series('nothing', now())).toBeNull()
    const hidden = await storePiece(world(), { status: 'trashed' })
    await tie(hidden, { liveSeries: { slug: 'hidden', name: 'Hidden' } })
    expect(await ties().series('hidden', now())).toBeNull()
    expect(await ties().placeInSeries(hidden.id, now())).toBeNull()
  })

  it('knows the same piece in other languages, whichever was named as the first', async () => {
    const pieces: Article[] = []
    for (const language of ['en', 'de', 'fr', 'ar']) {
      world().clock.advance(HOUR)
      pieces.push(await storePiece(world(), {}, { language }))
    }
    const [en, de, fr, ar] = pieces as [Article, Article, Article, Article]
    await tie(de, { liveOriginalId: en.id })
    await tie(fr, { liveOriginalId: de.id })
    await tie(ar, { liveOriginalId: ar.id })
    const others = async (article: Article) => ids(await ties().translations(article.id, now()))
    expect(await others(en)).toEqual(ids([fr, de]))
    expect(await others(fr)).toEqual(ids([de, en]))
    expect(await others(ar)).toEqual([])
    // The first of them turns out to be a translation itself.
    await tie(en, { liveOriginalId: ar.id })
    expect(await others(de)).toEqual(ids([ar, fr, en]))
    await tie(fr, { liveOriginalId: null }, 2)
    expect(await others(fr)).toEqual([])
    await tie(en, { set: { status: 'unpublished' } }, 2)
    expect(await others(de)).toEqual(ids([ar]))
  })
})
