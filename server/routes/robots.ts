import { llmsTxt } from '../../components/robots/llms-txt'
import { markdownPage } from '../../components/robots/markdown-page'
import { robotsTxt } from '../../components/robots/robots-txt'
import { openSearch } from '../../components/robots/open-search'
import { webManifest } from '../../components/robots/web-manifest'
import { type Place, newsSitemap, sitemap, sitemapIndex } from '../../components/robots/sitemap'
import { PIECES, SITE, pieceTag, threadTag } from '../../lib/press/tags'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { pieceText } from './piece-text'
import { publicText } from './public-text'
import { sendMissing } from './reader-routes'

const XML = 'application/xml; charset=utf-8'
const PLAIN = 'text/plain; charset=utf-8'
const MARKDOWN = 'text/markdown; charset=utf-8'

/** Pages that are not pieces and that anybody may want to find. */
const PAGES = ['/', '/archive', '/tags', '/series', '/authors', '/guidelines', '/transparency'] as const

const PAGES_FILE: Place = { path: '/sitemaps/pages.xml', changedAt: null }
const PIECES_IN_LLMS = 50

/** `/opensearch.xml` */
export const openSearchFile = (services: Services): Handler =>
  publicText(services, async () => {
    const { settings } = await services.stet.settings.read()
    return {
      type: 'application/opensearchdescription+xml; charset=utf-8',
      body: openSearch(settings.name, services.env.publicOrigin),
      depends: [SITE],
    }
  })

/** `/manifest.webmanifest` */
export const manifestFile = (services: Services): Handler =>
  publicText(services, async () => {
    const { settings } = await services.stet.settings.read()
    return { type: 'application/manifest+json; charset=utf-8', body: webManifest(settings), depends: [SITE] }
  })

/** `/robots.txt` */
export const robots = (services: Services): Handler =>
  publicText(services, async () => ({
    type: PLAIN,
    body: robotsTxt(services.env.publicOrigin),
    depends: [SITE],
  }))

/** `/sitemap.xml`: names the files of the map. */
export const sitemaps = (services: Services): Handler =>
  publicText(services, async () => {
    const parts = await services.stet.feeds.sitemaps()
    const files = parts.map((changedAt, i) => ({ path: `/sitemaps/${i + 1}.xml`, changedAt }))
    return {
      type: XML,
      body: sitemapIndex([PAGES_FILE, ...files], services.env.publicOrigin),
      depends: [PIECES],
    }
  })

/** `/sitemaps/pages.xml` */
export const pagesSitemap = (services: Services): Handler =>
  publicText(services, async () => ({
    type: XML,
    body: sitemap(
      PAGES.map((path) => ({ path, changedAt: null })),
      services.env.publicOrigin,
    ),
    depends: [SITE],
  }))

/** `/sitemaps/<number>.xml`: public pieces, oldest first. */
export const piecesSitemap = (services: Services): Handler =>
  publicText(services, async ({ number = '' }) => {
    const isNumber = /^[1-9]\d{0,5}$/.test(number)
    const pieces = isNumber ? await services.stet.feeds.sitemap({ number: Number(number) }) : []
    if (pieces.length === 0) return (exchange) => sendMissing(services, exchange)
    return { type: XML, body: sitemap(pieces, services.env.publicOrigin), depends: [PIECES] }
  })

/** `/news-sitemap.xml`: what was published within 48 hours. */
export const newsMap = (services: Services): Handler =>
  publicText(services, async () => {
    const { stet, env } = services
    const [{ settings }, { pieces, until }] = await Promise.all([stet.settings.read(), stet.feeds.news()])
    const body = newsSitemap(pieces, { name: settings.name, origin: env.publicOrigin })
    return { type: XML, body, depends: [PIECES], until }
  })

/** `/<key>.txt`: shows search engines that the key (IndexNow) is ours. */
export const indexNowKey = (services: Services): Handler =>
  publicText(services, async ({ key = '' }) => {
    const { settings } = await services.stet.settings.read()
    const isOurs = settings.indexNowKey !== '' && settings.indexNowKey === key
    if (!isOurs) return (exchange) => sendMissing(services, exchange)
    return { type: PLAIN, body: key, depends: [SITE] }
  })

/** `/llms.txt` */
export const llms = (services: Services): Handler =>
  publicText(services, async () => {
    const { stet, env } = services
    const [{ settings }, latest] = await Promise.all([
      stet.settings.read(),
      stet.articles.latest({ limit: PIECES_IN_LLMS }),
    ])
    const body = llmsTxt({ ...settings, origin: env.publicOrigin }, latest.items)
    return { type: PLAIN, body, depends: [PIECES] }
  })

/** `/articles/<slug>.md`: the page is what search engines should show. */
export const markdown = (services: Services): Handler =>
  pieceText(services, '.md', async ({ id, slug, path }) => {
    const { stet, env } = services
    const { publicOrigin: origin } = env
    const found = await stet.feeds.markdown({ slug, origin })
    return (
      found && {
        type: MARKDOWN,
        body: markdownPage(found, origin),
        depends: [pieceTag(id), threadTag(id), PIECES],
        headers: { link: `<${origin}${path}>; rel="canonical"` },
      }
    )
  })
