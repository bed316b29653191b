import { Window } from 'happy-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Stet, compose } from '../../../lib/compose'
import { readEnv } from '../../../lib/env'
import { type ReaderPages, readerPages } from '../../../server/render/reader-pages'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'
import { presentCover } from '../../../lib/articles/present-cover'
import { pieceImages } from '../../../server/pages/site'

const env = readEnv({ NODE_ENV: 'test', PUBLIC_URL: 'https://news.example' })
const ORIGIN = env.publicOrigin
const styles = {
  dress: async () => ({
    ...{ classes: '', preloads: [], styleSheets: [], island: '/islands/reader-1.js' },
    styleOf: () => ({ style: '', policy: null }),
  }),
}

let stet: Stet
let pages: ReaderPages
beforeEach(() => {
  stet = compose(memoryPorts())
  pages = readerPages({ stet, env }, styles)
})

/** What a parser of HTML finds in the head of a page of ours. */
const headOf = async (path: string) => {
  const html = (await pages.render({ path })).bytes.toString()
  const { head } = new new Window().DOMParser().parseFromString(html, 'text/html')
  const all = (selector: string, attribute: string): string[] =>
    [...head.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '')
  const said = (selector: string, key: string): Record<string, string> =>
    Object.fromEntries(
      [...head.querySelectorAll(selector)].map((element) => [
        element.getAttribute(key),
        element.getAttribute('content') ?? element.getAttribute('href') ?? '',
      ]),
    )
  return {
    canonical: all('link[rel=canonical]', 'href'),
    languages: said('link[rel=alternate][hreflang]', 'hreflang'),
    formats: said('link[rel=alternate][type]', 'type'),
    me: all('link[rel=me]', 'href'),
    robots: all('meta[name=robots]', 'content'),
    colours: all('meta[name=theme-color]', 'content'),
    manifest: all('link[rel=manifest]', 'href'),
    icons: all('link[rel=icon]', 'href'),
    graph: said('meta[property]', 'property'),
    names: said('meta[name]', 'name'),
  }
}

describe('the head of a piece', () => {
  it('and that of its translation name both, each in its language', async () => {
    const ferry = await aPiece(stet, { title: 'The ferry' })
    const faehre = await aPiece(stet, { title: 'Die Fähre', language: 'de', translationOf: ferry.slug })
    const both = { en: ORIGIN + ferry.path, de: ORIGIN + encodeURI(faehre.path) }
    for (const [path, own] of [
      [ferry.path, both.en],
      [faehre.path, both.de],
    ] as const) {
      const { languages, canonical } = await headOf(path)
      expect(languages, path).toEqual(both)
      expect(canonical, path).toEqual([own])
    }
  })

  it('leads to where it stood first, and is then nobody’s translation', async () => {
    const elsewhere = 'https://elsewhere.example/the-ferry'
    const ferry = await aPiece(stet, { title: 'The ferry', canonicalUrl: elsewhere })
    const { canonical, languages, graph } = await headOf(ferry.path)
    expect([canonical, languages, graph['og:url']]).toEqual([[elsewhere], {}, elsewhere])
  })

  it('says what stands beside a link to it: Open Graph, and the card of the same words', async () => {
    const ferry = await aPiece(stet, { title: 'The ferry', dek: 'Four minutes.', kicker: 'Report' })
    const { graph, names } = await headOf(ferry.path)
    const card = `${ORIGIN}${ferry.path}/card.png`
    expect(graph).toMatchObject({
      'og:type': 'article',
      'og:title': 'The ferry',
      'og:description': 'Four minutes.',
      'og:url': ORIGIN + ferry.path,
      'og:image': expect.stringMatching(new RegExp(`^${card}`)),
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:locale': 'en_US',
      'article:section': 'Report',
      'article:published_time': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      'article:author': expect.stringMatching(/^https:\/\/news\.example\/authors\//),
    })
    expect(names).toMatchObject({
      'twitter:card': 'summary_large_image',
      'twitter:title': 'The ferry',
      'twitter:image': graph['og:image'],
    })
  })

  it('shows the cover beside a link where there is one, as large as it is', () => {
    const picture = {
      name: 'a'.repeat(26),
      width: 1500,
      height: 2000,
      colour: '#336699',
      widths: [320, 1500],
    }
    const cover = presentCover({ picture, alt: 'A ferry', credit: '', focus: '40 60' })
    const piece = { cover, pictures: [], base: '/articles/the-ferry', title: 'The ferry' }
    expect(pieceImages({ origin: ORIGIN }, piece)).toEqual([
      {
        url: `${ORIGIN}${cover.crops.wide}`,
        ...{ width: 1200, height: 675, type: 'image/jpeg', alt: 'A ferry' },
      },
    ])
  })

  it('names the other forms of it, and is for search engines on the first page of its thread alone', async () => {
    const ferry = await aPiece(stet)
    const { commentId } = await aComment(stet, { under: ferry.slug, then: 'approve' })
    const first = await headOf(ferry.path)
    expect(first.robots).toEqual([])
    expect(first.formats).toMatchObject({ 'text/markdown': `${ORIGIN}${ferry.path}.md` })
    expect((await headOf(`${ferry.path}?branch=${commentId}`)).robots).toEqual(['noindex, follow'])
  })
})

describe('the head of the front page', () => {
  it('says whose it is elsewhere, and what a telephone wants to know', async () => {
    const owner = await theOwner(stet)
    const { settings, version } = await stet.settings.read()
    const profiles = ['https://social.example/@news']
    await must('settings', stet.settings.change(owner, { version, settings: { ...settings, profiles } }))
    const { me, graph, canonical, colours, manifest, icons } = await headOf('/')
    expect(me).toEqual(profiles)
    expect([graph['og:type'], canonical]).toEqual(['website', [`${ORIGIN}/`]])
    expect(colours).toEqual(['#ffffff', '#111517'])
    expect(manifest).toEqual(['/manifest.webmanifest'])
    expect(icons).toEqual(['/favicon.ico', expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/)])
    // A piece has few requests while the faces are on their way (decisions 44, 50).
    const piece = await headOf((await aPiece(stet)).path)
    expect([piece.manifest, piece.icons]).toEqual([[], icons])
  })
})
