import { describe, expect, it, test } from 'vitest'
import { readCanonical, readOriginal, readSeries } from '../../../lib/articles/piece-links'
import { HOUR } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

describe('what is typed', () => {
  test.each([
    ['', ''],
    ['the-tide-table', 'the-tide-table'],
    ['/articles/the-tide-table', 'the-tide-table'],
    ['https://news.example/articles/The%20Tide?sort=oldest#comments', 'the-tide'],
    ['/articles/the-tide-table.md', 'the-tide-table'],
    ['/articles/%D9%85%D9%82%D8%A7%D9%84', 'مقال'],
  ])('%j is the address of the original: %j', (typed, slug) => {
    expect(readOriginal(typed)).toEqual({ slug, problem: null })
  })

  test.each(['/tags/tides', 'a/b', '%E0%A4%A', '!!!', 'two words'])(
    '%j is no address of a piece',
    (typed) => {
      expect(readOriginal(typed).problem).toContain('/articles/')
    },
  )

  test.each([
    'elsewhere.example',
    'javascript:alert(1)',
    'https://me:x@a.example/',
    `https://a/${'x'.repeat(500)}`,
  ])('%j is no address elsewhere', (typed) => {
    expect(readCanonical(typed).problem).toContain('whole address')
  })

  it('names a series with letters, not too long', () => {
    expect(readSeries(' The\tferry ')).toEqual({ name: 'The ferry', problem: null })
    expect(readSeries('!?').problem).toContain('no letter')
    expect(readSeries('x'.repeat(81)).problem).toContain('80')
    expect(readCanonical('https://A.example')).toEqual({ url: 'https://a.example/', problem: null })
  })
})

const house = async () => {
  const own = await studio()
  const piece = async (title: string, fields: Parameters<typeof own.save>[1] = {}) => {
    const articleId = await own.start()
    value(await own.save(articleId, { title, text: 'Words.', ...fields }))
    value(await own.publish(articleId))
    own.ports.clock.advance(HOUR)
    return articleId
  }
  const around = async (slug: string) => {
    const read = await own.read(slug)
    if (!read) throw new Error('Not public.')
    return own.stet.articles.around(read)
  }
  return { ...own, piece, around }
}

describe('a series', () => {
  it('counts its public parts in the order in which they came out', async () => {
    const { piece, around, move, stet, start, save, publish } = await house()
    await piece('One', { series: 'The ferry' })
    const two = await piece('Two', { series: 'the Ferry' })
    await piece('Three', { series: 'The ferry' })
    const draft = await start()
    value(await save(draft, { title: 'Four', text: 'x', series: 'The ferry' }))
    const place = async (slug: string) => {
      const { series } = await around(slug)
      return series && [series.part, series.parts, series.earlier?.title, series.later?.title]
    }
    expect(await place('two')).toEqual([2, 3, 'One', 'Three'])
    value(await move(two, 'unpublish'))
    expect(await place('three')).toEqual([2, 2, 'One', undefined])
    expect(await stet.articles.series()).toEqual([
      { path: '/series/the-ferry', name: 'The ferry', pieces: 2 },
    ])
    value(await publish(draft))
    const meaning = await stet.articles.findList({ kind: 'series', slug: 'the-ferry' })
    if (meaning.kind !== 'list' || meaning.list.within.kind !== 'series') throw new Error('No series.')
    const parts = await stet.articles.parts(meaning.list.within)
    expect(parts.map(({ title }) => title)).toEqual(['One', 'Three', 'Four'])
    expect(
      (await stet.articles.full({ limit: 9, within: meaning.list.within })).map(({ title }) => title),
    ).toEqual(['Four', 'Three', 'One'])
  })

  it('loses a part when it goes live without it, not when it is saved', async () => {
    const { piece, around, save, publish } = await house()
    const one = await piece('One', { series: 'The ferry' })
    value(await save(one, { series: '' }))
    expect((await around('one')).series?.name).toBe('The ferry')
    value(await publish(one))
    expect((await around('one')).series).toBeNull()
  })

  it('is nothing while nothing of it is public; another spelling of it leads there', async () => {
    const { piece, stet, start, save } = await house()
    value(await save(await start(), { title: 'Secret', series: 'Plans' }))
    expect(await stet.articles.findList({ kind: 'series', slug: 'plans' })).toEqual({ kind: 'missing' })
    await piece('One', { series: 'The ferry' })
    expect(await stet.articles.findList({ kind: 'series', slug: 'The Ferry' })).toEqual({
      ...{ kind: 'moved', path: '/series/the-ferry' },
    })
  })
})

describe('translations', () => {
  const languages = (pieces: readonly { language: string }[]) => pieces.map(({ language }) => language).sort()

  it('know each other, whichever of them was named as the original', async () => {
    const { piece, around, move } = await house()
    await piece('Tide', { language: 'en' })
    await piece('Flut', { language: 'de', translationOf: '/articles/tide' })
    const french = await piece('Marée', { language: 'fr', translationOf: 'flut' })
    expect(languages((await around('tide')).translations)).toEqual(['de', 'fr'])
    expect(languages((await around('maree')).translations)).toEqual(['de', 'en'])
    value(await move(french, 'trash'))
    expect(languages((await around('flut')).translations)).toEqual(['en'])
  })

  it('are not published of a piece that readers do not see, whether it exists or not', async () => {
    const { start, save, publish } = await house()
    value(await save(await start(), { title: 'Draft', text: 'x' }))
    const sentences = await Promise.all(
      ['draft', 'nothing-at-all'].map(async (translationOf) => {
        const articleId = await start()
        value(await save(articleId, { title: `Of ${translationOf}`, text: 'x', translationOf }))
        return refusal(await publish(articleId)).fields
      }),
    )
    expect(sentences[0]).toEqual(sentences[1])
    expect(Object.keys(sentences[0] ?? {})).toEqual(['translationOf'])
  })

  it('say nothing of a piece in the same language, or of itself', async () => {
    const { piece, around, save, publish } = await house()
    const tide = await piece('Tide')
    await piece('Tide again', { translationOf: 'tide' })
    value(await save(tide, { translationOf: 'tide' }))
    value(await publish(tide))
    expect((await around('tide')).translations).toEqual([])
  })
})
