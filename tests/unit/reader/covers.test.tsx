import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { jsonFeed } from '../../../components/feed/json-feed'
import { LeadPiece } from '../../../components/reader/lead-piece'
import { PieceCover } from '../../../components/reader/piece-cover'
import { PieceRow } from '../../../components/reader/piece-row'
import { pieceFacts } from '../../../components/reader/piece-facts'
import { pieceEntry } from '../../../components/feed/piece-entry'
import { rssFeed } from '../../../components/feed/rss-feed'
import { presentCover } from '../../../lib/articles/present-cover'
import { aCard, aPiece } from './views'

const name = 'a'.repeat(26)
const picture = { name, width: 2_000, height: 1_000, colour: '#123456', widths: [320, 960, 2_000] }
const cover = presentCover({ picture, alt: 'A ferry', credit: 'Photo: Ada', focus: '40 60' })
const origin = 'https://news.example'
const wide = `/media/${name}-16x9-40-60.jpg`

describe('the cover of a piece', () => {
  it('stands wide under the lead, at once, and small and late in a row', () => {
    const lead = renderToStaticMarkup(<LeadPiece piece={aCard({ cover })} />)
    expect(lead).toContain('fetchPriority="high"')
    expect(lead).not.toContain('loading="lazy"')
    expect(lead).toContain('width="2000" height="1000" alt="A ferry"')
    expect(lead).toContain('data-focus="40-60"')
    const row = renderToStaticMarkup(<PieceRow piece={aCard({ cover })} />)
    expect(row).toContain('loading="lazy"')
    expect(row).toContain('type="image/avif"')
    expect(renderToStaticMarkup(<PieceRow piece={aCard()} />)).not.toContain('<img')
  })

  it('stands above the text with its credit, unless the text shows it', () => {
    expect(renderToStaticMarkup(<PieceCover piece={aPiece({ cover })} />)).toContain(
      'Photo: Ada</figcaption>',
    )
    expect(renderToStaticMarkup(<PieceCover piece={aPiece({ cover, pictures: [cover.path] })} />)).toBe('')
    expect(renderToStaticMarkup(<PieceCover piece={aPiece()} />)).toBe('')
  })

  it('is what machines are told, in the three shapes they ask for', () => {
    const piece = aPiece({ cover, pictures: ['/media/other.jpg'] })
    const site = { name: 'News', description: '', origin, profiles: [] }
    const address = `${origin}/articles/the-ferry`
    expect(pieceFacts(piece, { address, site, thread: null }).image).toEqual(
      ['1x1', '4x3', '16x9'].map((shape) => `${origin}/media/${name}-${shape}-40-60.jpg`),
    )
    const feed = {
      ...{ title: 'News', description: '', page: origin, publisher: { name: 'News', origin }, hub: null },
      addresses: { rss: `${origin}/feed.xml`, atom: `${origin}/atom.xml`, json: `${origin}/feed.json` },
      ...{ updated: '2025-02-12T09:30:00.000Z', entries: [pieceEntry(piece, origin)] },
    }
    expect(JSON.parse(jsonFeed(feed))).toMatchObject({ items: [{ image: origin + wide }] })
    const rss = rssFeed(feed)
    expect(rss).toContain(`<media:content url="${origin}${wide}" medium="image">`)
    expect(rss).toContain('<media:credit>Photo: Ada</media:credit>')
  })
})
