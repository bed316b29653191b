import { describe, expect, it, test } from 'vitest'
import { contentsOf } from '../../../lib/articles/contents'
import { renderHtml } from '../../../lib/articles/document/render-html'
import { parseMarkdown } from '../../../lib/articles/document/parse-markdown'
import { periodOf } from '../../../lib/articles/period'
import { similarities } from '../../../lib/articles/similarity'
import { DAY } from '../../../lib/kernel/clock'
import { value } from '../../support/people'
import { studio } from './studio'

const house = async () => {
  const here = await studio()
  const { stet, start, save, publish, ports } = here
  /** A public piece, a day after the one before. */
  const piece = async (title: string, tags: string, text = 'Words.', language = 'en'): Promise<string> => {
    const articleId = await start()
    value(await save(articleId, { title, text, tags, language }))
    value(await publish(articleId))
    ports.clock.advance(DAY)
    return articleId
  }
  const around = async (slug: string) => {
    const found = await stet.articles.read({ slug })
    if (!found) throw new Error(`no piece at ${slug}`)
    return stet.articles.around(found)
  }
  return { ...here, piece, around }
}
const titles = (cards: readonly { title: string }[]) => cards.map(({ title }) => title)

describe('the address of a list', () => {
  it('means what has a public piece, in any spelling of it', async () => {
    const { stet, piece, move } = await house()
    const find = (slug: string) => stet.articles.findList({ kind: 'tag', slug })
    const articleId = await piece('Ropes', 'Crème brûlée')
    expect(await find('creme-brulee')).toMatchObject({
      kind: 'list',
      list: { title: { kind: 'tag', name: 'Crème brûlée' }, path: '/tags/creme-brulee' },
    })
    for (const spelling of ['Creme-Brulee', 'crème_brûlée'])
      expect(await find(spelling)).toEqual({ kind: 'moved', path: '/tags/creme-brulee' })
    for (const nothing of ['', 'rope', 'x'.repeat(5_000)])
      expect(await find(nothing)).toEqual({ kind: 'missing' })
    value(await move(articleId, 'unpublish'))
    for (const slug of ['creme-brulee', 'Creme-Brulee']) expect(await find(slug)).toEqual({ kind: 'missing' })
  })

  it('means an author by their own address, which keeps letters that titles lose', async () => {
    const { stet, piece, ports, writer } = await house()
    const user = ports.tables.users.get(writer.userId)
    if (!user) throw new Error('no writer')
    ports.tables.users.set(writer.userId, { ...user, slug: 'strauß', bio: 'Writes.' })
    const find = (slug: string) => stet.articles.findList({ kind: 'author', slug })
    expect(await find('strauß')).toEqual({ kind: 'missing' })
    await piece('Ropes', '')
    expect(await find('strauß')).toMatchObject({
      kind: 'list',
      list: { title: { kind: 'author', bio: 'Writes.' }, path: '/authors/strau%C3%9F' },
    })
    expect(await find('editor')).toEqual({ kind: 'missing' })
  })

  it('means a month or year in which something came out', async () => {
    const { stet, piece, ports } = await house()
    ports.clock.set(Date.UTC(2031, 1, 28))
    await piece('Ropes', '')
    const find = async (year: string, month: string | null) => {
      const meaning = await stet.articles.findList({ kind: 'period', year, month })
      return meaning.kind === 'list' ? meaning.list.path : meaning.kind
    }
    expect(await find('2031', null)).toBe('/archive/2031')
    expect(await find('2031', '02')).toBe('/archive/2031/02')
    for (const [year, month] of [
      ['2031', '03'],
      ['2030', null],
      ['2031', '2'],
      ['2031', '13'],
      ['02031', null],
    ] as const)
      expect(await find(year, month)).toBe('missing')
  })

  test.each([
    ['2024', '12', '2024-12-01', '2025-01-01'],
    ['2024', '02', '2024-02-01', '2024-03-01'],
    ['2024', null, '2024-01-01', '2025-01-01'],
  ])('%s/%s begins and ends at midnight', (year, month, from, until) => {
    expect(periodOf(year, month)).toMatchObject({ from: Date.parse(from), until: Date.parse(until) })
  })
  test.each(['99', '2024x', '-2024', '9999', '٢٠٢٤'])('%s is no year', (year) => {
    expect(periodOf(year, null)).toBeNull()
  })
})

describe('directories', () => {
  it('hold public things alone, by name or newest first', async () => {
    const { stet, piece, start, save, ports } = await house()
    ports.clock.set(Date.UTC(2030, 11, 31, 12))
    await piece('One', 'zebra, Äpfel, apes')
    await piece('Two', 'zebra')
    value(await save(await start(), { title: 'Draft', text: 'Soon.', tags: 'secret' }))
    expect((await stet.articles.tags()).map(({ name, pieces }) => [name, pieces])).toEqual([
      ['apes', 1],
      ['Äpfel', 1],
      ['zebra', 2],
    ])
    expect(await stet.articles.authors()).toMatchObject([{ pieces: 2 }])
    expect(await stet.articles.months()).toEqual([
      {
        path: '/archive/2031',
        year: 2031,
        pieces: 1,
        months: [{ path: '/archive/2031/01', month: 1, pieces: 1 }],
      },
      {
        path: '/archive/2030',
        year: 2030,
        pieces: 1,
        months: [{ path: '/archive/2030/12', month: 12, pieces: 1 }],
      },
    ])
  })
})

describe('the front page', () => {
  it('has what is new, then sections of what is older, and nothing twice', async () => {
    const { stet, piece } = await house()
    for (let n = 1; n <= 6; n += 1) await piece(`Old ${n}`, n % 2 ? 'odd, all' : 'even, all')
    await piece('Alone', 'single')
    for (let n = 1; n <= 7; n += 1) await piece(`New ${n}`, 'odd, fresh')
    const { pieces, sections, next } = await stet.articles.front()
    expect(titles(pieces)).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `New ${n}`))
    const shown = sections.map((section) => [section.name, titles(section.pieces)])
    expect(shown).toEqual([
      ['odd', ['Old 5', 'Old 3', 'Old 1']],
      ['all', ['Old 6', 'Old 4', 'Old 2']],
    ])
    const rest = await stet.articles.latest({ limit: 9, after: next ?? '' })
    expect(titles(rest.items)).toEqual(['Alone', 'Old 6', 'Old 5', 'Old 4', 'Old 3', 'Old 2', 'Old 1'])
  })

  it('is short while there is little', async () => {
    const { stet, piece } = await house()
    expect(await stet.articles.front()).toEqual({ pieces: [], featured: [], sections: [], next: null })
    await piece('One', 'a')
    expect(await stet.articles.front()).toMatchObject({
      pieces: [{ title: 'One' }],
      sections: [],
      next: null,
    })
  })
})

describe('what to read on', () => {
  it('shares tags first, then words, then is new; never the piece itself, never what is not public', async () => {
    const { piece, around, move } = await house()
    await piece('Harbour lamps', 'lamps')
    await piece('Of tides and harbours', '')
    await piece('Bread', '')
    await piece('Jam', '')
    await piece('Ferries', 'boats', 'Our harbours and their tides.')
    await piece('Sails', 'boats')
    value(await move(await piece('Withdrawn', 'boats, harbours'), 'unpublish'))
    const { related, earlier, later } = await around('ferries')
    expect(titles(related)).toEqual(['Sails', 'Of tides and harbours', 'Jam'])
    expect([earlier?.title, later?.title]).toEqual(['Jam', 'Sails'])
  })

  it('stays in the language where it can', async () => {
    const { piece, around } = await house()
    await piece('Erstes', '', 'Wort.', 'de')
    await piece('Zweites', '', 'Wort.', 'de')
    for (const title of ['A', 'B', 'C']) await piece(title, '')
    expect(titles((await around('zweites')).related)).toEqual(['Erstes', 'C', 'B'])
  })

  it('is nothing where there is nothing else', async () => {
    const { piece, around } = await house()
    await piece('Alone', 'a')
    expect(await around('alone')).toEqual({
      ...{ related: [], earlier: null, later: null },
      ...{ series: null, translations: [] },
    })
  })

  it('weighs rare words more than those that every head has', () => {
    const head = (title: string) => ({ title, dek: '', kicker: '' })
    const heads = ['Letters about lanterns', 'Letters about nothing', 'Letters', 'Other'].map(head)
    const [rare = 0, common = 0, alone = 0, none = 0] = similarities('Letters: a lanterns catalogue', heads)
    expect(rare).toBeGreaterThan(common)
    expect(common).toBeGreaterThan(none)
    expect(alone).toBeGreaterThan(0)
    expect(none).toBe(0)
    expect(similarities('', [head('')])).toEqual([0])
  })
})

describe('contents', () => {
  const html = (markdown: string): string => {
    const document = parseMarkdown(markdown)
    if (!document.ok) throw new Error('unreadable')
    return renderHtml(document.value, 'ltr')
  }

  it('are the headings as our renderer prints them, in plain words', () => {
    const text = '## One & *two*\n\nx\n\n### Below\n\n## `a < b`\n\nx\n\n## مرحبا\n\n## One & two\n'
    expect(contentsOf({ html: html(text), wordCount: 900 })).toEqual([
      { anchor: 'h-one-two', text: 'One & two' },
      { anchor: 'h-a-b', text: 'a < b' },
      { anchor: 'h-مرحبا', text: 'مرحبا' },
      { anchor: 'h-one-two-2', text: 'One & two' },
    ])
  })

  it('are nothing of two headings, or of headings that are only quoted as text', () => {
    const long = (markdown: string) => contentsOf({ html: html(markdown), wordCount: 900 })
    expect(long('## One\n\n## Two\n')).toEqual([])
    expect(long('`<h2 id="x">no</h2>` '.repeat(9))).toEqual([])
    expect(contentsOf({ html: html('## One\n\n## Two\n\n## Three\n'), wordCount: 700 })).toEqual([])
  })
})
