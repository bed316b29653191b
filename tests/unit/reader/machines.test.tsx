import { mf2 } from 'microformats-parser'
import { describe, expect, it } from 'vitest'
import { Entry } from '@/components/reader/entry'
import { FrontPage } from '@/components/reader/front-page'
import { openGraphLocale } from '@/components/reader/open-graph-locale'
import { Piece } from '@/components/reader/piece'
import { pieceFacts } from '@/components/reader/piece-facts'
import { PieceList } from '@/components/reader/piece-list'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { RelMe } from '@/components/reader/rel-me'
import { Sheet } from '@/components/reader/sheet'
import { breadcrumbFacts, websiteFacts } from '@/components/reader/site-facts'
import { Thread } from '@/components/reader/thread'
import { navigation } from '@/lib/settings/navigation'
import { print } from './print'
import { aBranch, aCard, aComment, aPiece, aPlace, aThread } from './views'

const NAVIGATION = navigation.parse(undefined)
const origin = 'https://news.example'
const address = `${origin}/articles/the-ferry`
const site = { name: 'News', description: 'From here.', origin, profiles: ['https://social.example/@news'] }
const bylines = [
  { name: 'Ada Lovelace', slug: 'ada', path: '/authors/ada' },
  { name: 'Charles Babbage', slug: 'charles', path: '/authors/charles' },
]

/** What a parser of microformats finds at an address of ours. */
const found = (element: Parameters<typeof print>[0]) => mf2(print(element), { baseUrl: `${origin}/` })
const person = (name: string) =>
  expect.objectContaining({ type: ['h-card'], properties: expect.objectContaining({ name: [name] }) })

describe('microformats', () => {
  it('find the entry on the page of a piece, with its comments, and nothing else', () => {
    const piece = aPiece({ dek: 'A crossing.', kicker: 'River', bylines, html: '<p>It <b>sails</b>.</p>' })
    const answer = aBranch({ id: 'c2', name: 'Alan', body: 'Is it?' })
    const branches = [aBranch({}, [answer])]
    const { items } = found(
      <Sheet name="News" navigation={NAVIGATION}>
        <Entry>
          <Piece piece={piece} address={address} />
          <Thread thread={aThread({ branches, featured: [aComment()] })} place={aPlace()} />
        </Entry>
        <RelatedPieces pieces={[aCard({ slug: 'b', bylines })]} />
      </Sheet>,
    )
    const said = (name: string, id: string, text: string) =>
      expect.objectContaining({
        type: ['h-cite'],
        properties: {
          author: [person(name)],
          url: [`${origin}/comments/${id}`],
          published: ['2025-02-12T14:03:00.000Z'],
          content: [text],
        },
      })
    expect(items).toEqual([
      expect.objectContaining({
        type: ['h-entry'],
        properties: expect.objectContaining({
          name: ['The ferry'],
          summary: ['A crossing.'],
          category: ['River'],
          url: [address],
          uid: [address],
          published: ['2025-02-12T09:30:00.000Z'],
          author: [person('Ada Lovelace'), person('Charles Babbage')],
          comment: [said('Grace', 'c1', 'Well said.'), said('Alan', 'c2', 'Is it?')],
          content: [expect.objectContaining({ value: 'It sails.', html: '<p>It <b>sails</b>.</p>' })],
        }),
      }),
    ])
  })

  it('find the feed on the front page, with its entries', () => {
    const pieces = [aCard({ bylines }), aCard({ slug: 'b', path: '/articles/b', title: 'B', dek: 'Second.' })]
    const { items } = found(
      <Sheet name="News" navigation={NAVIGATION} description="From here." front>
        <FrontPage
          front={{ pieces, featured: [aCard({ title: 'Chosen', bylines })], sections: [], next: null }}
        />
      </Sheet>,
    )
    expect(items).toHaveLength(1)
    const [feed] = items
    expect(feed?.properties.author).toBeUndefined()
    expect(feed).toMatchObject({
      type: ['h-feed'],
      properties: { name: ['News'], url: [`${origin}/`], summary: ['From here.'] },
    })
    expect(feed?.children?.map(({ properties }) => properties.name)).toEqual([
      ['The ferry'],
      ['Chosen'],
      ['B'],
    ])
    expect(feed?.children?.filter((_, place) => place !== 1)).toEqual([
      expect.objectContaining({
        type: ['h-entry'],
        properties: expect.objectContaining({
          name: ['The ferry'],
          url: [address],
          published: ['2025-02-12T09:30:00.000Z'],
          author: [person('Ada Lovelace'), person('Charles Babbage')],
        }),
      }),
      expect.objectContaining({
        properties: expect.objectContaining({
          name: ['B'],
          url: [`${origin}/articles/b`],
          summary: ['Second.'],
        }),
      }),
    ])
  })

  it('find the feed that a list is, and who wrote what is in it', () => {
    const list = {
      ...({ title: { kind: 'author', name: 'Ada Lovelace', bio: 'Counts.' }, path: '/authors/ada' } as const),
      ...{ within: { kind: 'author', userId: 'u1' } as const },
    }
    const { items } = found(<PieceList list={list} pieces={[aCard({ bylines })]} next={null} later={false} />)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      type: ['h-feed'],
      properties: {
        url: [`${origin}/authors/ada`],
        author: [{ type: ['h-card'], properties: { name: ['Ada Lovelace'], note: ['Counts.'] } }],
      },
      children: [{ type: ['h-entry'], properties: { name: ['The ferry'] } }],
    })
  })

  it('find the pages elsewhere', () => {
    const { rels } = found(
      <Sheet name="News" navigation={NAVIGATION}>
        <RelMe profiles={site.profiles} />
      </Sheet>,
    )
    expect(rels.me).toEqual(site.profiles)
  })
})

describe('structured data', () => {
  it('names the authors, the pictures and the publication by whole addresses', () => {
    const piece = aPiece({ bylines, kicker: 'River', pictures: ['/media/1.webp', '/media/2.webp'] })
    const cards = ['1x1', '4x3', '16x9'].map((shape) => `${origin}/articles/the-ferry/card-${shape}.png`)
    expect(pieceFacts(piece, { address, site, thread: null })).toMatchObject({
      '@id': address,
      author: [
        { '@type': 'Person', name: 'Ada Lovelace', url: `${origin}/authors/ada` },
        { '@type': 'Person', name: 'Charles Babbage', url: `${origin}/authors/charles` },
      ],
      // Pictures of a text have any shape; the three that are asked for come behind them.
      image: [`${origin}/media/1.webp`, `${origin}/media/2.webp`, ...cards],
      articleSection: 'River',
      publisher: {
        '@type': 'Organization',
        name: 'News',
        sameAs: site.profiles,
        logo: { url: `${origin}/apple-touch-icon.png` },
      },
      isPartOf: { '@id': `${origin}/#website` },
    })
    // The words of the piece stand in for a picture, in the three shapes that are asked for.
    expect(pieceFacts(aPiece(), { address, site, thread: null }).image).toEqual(cards)
  })

  it('says of what it is a part, what it is elsewhere in other words, and what was corrected', () => {
    const notes = [
      { on: '2025-02-14', kind: 'correction', text: 'Not 60.' },
      { on: '2025-02-13', kind: 'update', text: 'Open.' },
    ] as const
    const translations = [aCard({ path: '/articles/faehre', title: 'Die Fähre', language: 'de' })]
    const series = { name: 'Rivers', path: '/series/rivers', part: 2, parts: 3, earlier: null, later: null }
    const facts = pieceFacts(aPiece({ notes }), {
      ...{ address, site, thread: null },
      around: { series, translations },
    })
    expect(facts).toMatchObject({
      isPartOf: [
        { '@id': `${origin}/#website` },
        { '@type': 'CreativeWorkSeries', name: 'Rivers', url: `${origin}/series/rivers` },
      ],
      position: 2,
      workTranslation: [{ '@id': `${origin}/articles/faehre`, inLanguage: 'de' }],
      correction: [{ '@type': 'CorrectionComment', text: 'Not 60.', datePublished: '2025-02-14' }],
    })
  })

  it('says what the front page is, by the same name', () => {
    expect(websiteFacts(site)).toMatchObject({
      '@type': 'WebSite',
      '@id': `${origin}/#website`,
      description: 'From here.',
    })
    const bare = websiteFacts({ ...site, description: '', profiles: [] })
    expect(bare).not.toHaveProperty('description')
    expect(bare.publisher).not.toHaveProperty('sameAs')
  })

  it('counts the steps to a page', () => {
    const steps = [
      { name: 'News', address: `${origin}/` },
      { name: 'The ferry', address },
    ]
    expect(breadcrumbFacts(steps).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'News', item: `${origin}/` },
      { '@type': 'ListItem', position: 2, name: 'The ferry', item: address },
    ])
  })
})

describe('a language as Open Graph writes it', () => {
  it.each([
    ['en', 'en_US'],
    ['en-GB', 'en_GB'],
    ['fr', 'fr_FR'],
    ['ar', 'ar_EG'],
    ['zh-Hant', 'zh_TW'],
  ])('%s', (tag, expected) => {
    expect(openGraphLocale(tag)).toBe(expected)
  })
})
