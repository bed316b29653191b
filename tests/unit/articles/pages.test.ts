import { describe, expect, test } from 'vitest'
import { HOUSE_SEGMENTS, isFreeRoot } from '../../../lib/articles/root-addresses'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const withPage = async (title = 'About') => {
  const house = await studio()
  const { stet, editor, open } = house
  const { articleId } = value(await stet.articles.create(editor, { kind: 'page' }))
  value(await house.save(articleId, { title, text: 'Who we are.', tags: 'us' }, editor))
  const publish = async () => {
    const published = value(await house.publish(articleId))
    house.ports.clock.advance(1)
    return published
  }
  return { ...house, articleId, publish, slugOf: async () => (await open(articleId)).slug }
}

describe('a page', () => {
  test('is written like a piece, stands at the root, and in no list', async () => {
    const { stet, ports, publish, publicPiece, articleId } = await withPage()
    await publicPiece('Ropes')
    expect((await publish()).path).toBe('/about')
    expect(ports.tables.articles.get(articleId)?.commentMode).toBe('closed')
    const page = await stet.articles.read({ slug: 'about' })
    expect(page).toMatchObject({ kind: 'page', path: '/about', base: '/articles/about', commentsOpen: false })

    expect((await stet.articles.front()).pieces.map(({ slug }) => slug)).toEqual(['ropes'])
    expect((await stet.articles.latest({ limit: 9, after: '' })).items).toHaveLength(1)
    expect(await stet.articles.tags()).toEqual([])
    expect(await stet.articles.months()).toMatchObject([{ pieces: 1 }])
    expect((await stet.feeds.sitemap({ number: 1 })).map(({ path }) => path).sort()).toEqual([
      '/about',
      '/articles/ropes',
    ])
    expect((await stet.feeds.news()).pieces.map(({ path }) => path)).toEqual(['/articles/ropes'])
    const ropes = await stet.articles.read({ slug: 'ropes' })
    if (!ropes || !page) throw new Error('Both are public.')
    expect((await stet.articles.around(ropes)).related).toEqual([])
    expect(await stet.articles.around(page)).toMatchObject({ related: [], earlier: null, later: null })
    expect(await stet.articles.linkable()).toContainEqual({ path: '/about', title: 'About' })
  })

  test('is started by editors alone', async () => {
    const { stet, writer } = await studio()
    expect(refusal(await stet.articles.create(writer, { kind: 'page' })).code).toBe('forbidden')
    expect(refusal(await stet.articles.create(ANONYMOUS, { kind: 'page' })).code).toBe('unauthenticated')
  })

  test('is in one place: asked for among the pieces it leads to the root, and a piece is never there', async () => {
    const { stet, publish, publicPiece, articleId, save, move, editor } = await withPage()
    const at = (slug: string, kind: 'piece' | 'page') => stet.articles.resolve({ slug, at: kind })
    expect(await at('about', 'page')).toEqual({ kind: 'missing' })
    await publish()
    await publicPiece('Ropes')
    expect(await at('about', 'page')).toEqual({ kind: 'public', articleId, of: 'page' })
    expect(await at('About', 'page')).toEqual({ kind: 'moved', slug: 'about', of: 'page' })
    expect(await at('about', 'piece')).toEqual({ kind: 'moved', slug: 'about', of: 'page' })
    expect(await at('ropes', 'page')).toEqual({ kind: 'missing' })
    value(await save(articleId, { slug: 'us' }, editor))
    expect(await at('about', 'page')).toEqual({ kind: 'moved', slug: 'us', of: 'page' })
    expect(await at('about', 'piece')).toEqual({ kind: 'moved', slug: 'us', of: 'page' })
    value(await move(articleId, 'unpublish'))
    expect(await at('us', 'page')).toEqual({ kind: 'gone', of: 'page' })
    expect(await at('about', 'page')).toEqual({ kind: 'gone', of: 'page' })
    expect(await at('ropes', 'piece')).toMatchObject({ kind: 'public' })
  })

  test.each(['Search', 'Studio', 'Feed', 'Guidelines'])(
    'takes no address of the house: %s',
    async (title) => {
      const { slugOf } = await withPage(title)
      const slug = title.toLowerCase()
      expect(await slugOf()).toBe(HOUSE_SEGMENTS.has(slug) && slug !== 'guidelines' ? `${slug}-2` : slug)
      expect(isFreeRoot(await slugOf())).toBe(true)
    },
  )

  test('cannot be featured', async () => {
    const { stet, publish, articleId, open, editor } = await withPage()
    await publish()
    const picks = [{ articleId, version: (await open(articleId)).version }]
    const done = await stet.articles.changeMany(editor, { move: 'feature', assignedTo: '', picks })
    expect(value(done)).toEqual({ done: 0, left: 1 })
  })
})

describe('a featured piece', () => {
  test('stands below the lead, once, until it is featured no longer', async () => {
    const { stet, editor, writer, publicPiece, open, log } = await studio()
    const ids = [await publicPiece('One'), await publicPiece('Two'), await publicPiece('Three')]
    const change = async (move: 'feature' | 'unfeature', n: number, by = editor) => {
      const articleId = ids[n] ?? ''
      const picks = [{ articleId, version: (await open(articleId)).version }]
      return value(await stet.articles.changeMany(by, { move, assignedTo: '', picks })).done
    }
    const front = async () => {
      const { pieces, featured } = await stet.articles.front()
      return [pieces, featured].map((list) => list.map(({ slug }) => slug))
    }
    expect(await change('feature', 0, writer)).toBe(0)
    expect(await front()).toEqual([['three', 'two', 'one'], []])
    expect(await change('feature', 0)).toBe(1)
    expect(await front()).toEqual([['three', 'two'], ['one']])
    // The lead stands where it stands.
    expect(await change('feature', 2)).toBe(1)
    expect(await front()).toEqual([['three', 'two'], ['one']])
    expect((await open(ids[0] ?? '')).isFeatured).toBe(true)
    expect(await change('unfeature', 0)).toBe(1)
    expect(await front()).toEqual([['three', 'two', 'one'], []])
    expect(log().slice(-3)).toEqual(['feature.article', 'feature.article', 'unfeature.article'])
  })
})
