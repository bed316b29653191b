import type { ArticleView } from '../../lib/articles/article-view'
import { articlePath } from '../../lib/articles/article-path'
import type { ListName } from '../../lib/articles/piece-list'
import { CONVERSATION, PIECES, pieceTag, threadTag } from '../../lib/press/tags'
import { atomFeed } from '../../components/feed/atom-feed'
import { commentsFeed } from '../../components/feed/comments-feed'
import { type Feed, newest } from '../../components/feed/feed'
import { jsonFeed } from '../../components/feed/json-feed'
import { pieceEntry } from '../../components/feed/piece-entry'
import { rssFeed } from '../../components/feed/rss-feed'
import { listTitle } from '../../components/reader/list-title'
import { sendRedirect } from '../answer/send-redirect'
import type { Handler, Params } from '../exchange'
import type { Services } from '../services'
import { pieceText } from './piece-text'
import { publicText } from './public-text'
import { sendMissing } from './reader-routes'

const PIECES_IN_FEED = 20
const COMMENTS_IN_FEED = 50

/** Not the types of their own: those browsers show as plain text or offer to save. Readers of feeds take both. */
const XML = 'application/xml; charset=utf-8'

const FORMATS = {
  rss: { file: 'feed.xml', type: XML, print: rssFeed },
  atom: { file: 'atom.xml', type: XML, print: atomFeed },
  json: { file: 'feed.json', type: 'application/feed+json; charset=utf-8', print: jsonFeed },
} as const
type Format = keyof typeof FORMATS

/** A list of pieces that can be followed. */
export interface Shelf {
  /** Of this list alone; null for the publication's own. */
  readonly title: string | null
  readonly description: string
  /** Site-relative: the page of the list, and what its feeds stand below (`<base>/feed.xml` and so on). */
  readonly path: string
  readonly base: string
  /** The newest public ones, newest first. */
  readonly pieces: readonly ArticleView[]
}

/** Finds the list an address names; null for none, and `base` alone for a list that is named otherwise. */
type FindShelf = (
  services: Services,
  params: Params,
  limit: number,
) => Promise<Shelf | Pick<Shelf, 'base'> | null>

const feedOf = (
  { title, description, path, base, pieces }: Shelf,
  { name, origin }: Feed['publisher'],
  hub: string | null,
): Feed => ({
  hub,
  title: title === null ? name : `${title} · ${name}`,
  description,
  page: origin + path,
  addresses: {
    rss: `${origin}${base}/${FORMATS.rss.file}`,
    atom: `${origin}${base}/${FORMATS.atom.file}`,
    json: `${origin}${base}/${FORMATS.json.file}`,
  },
  publisher: { name, origin },
  updated: newest(pieces.map(({ updatedAt }) => updatedAt)),
  entries: pieces.map((piece) => pieceEntry(piece, origin)),
})

/** The feeds of one kind of list, by format. */
export const shelfFeeds = (services: Services, find: FindShelf): Readonly<Record<Format, Handler>> => {
  const feed = (format: Format): Handler =>
    publicText(services, async (params) => {
      const { stet, env } = services
      const [{ settings }, shelf] = await Promise.all([
        stet.settings.read(),
        find(services, params, PIECES_IN_FEED),
      ])
      if (!shelf) return (exchange) => sendMissing(services, exchange)
      const { file, type, print } = FORMATS[format]
      if (!('pieces' in shelf)) {
        return async (exchange) => sendRedirect(exchange, 301, `${shelf.base}/${file}`)
      }
      const hub = settings.webSubHub === '' ? null : settings.webSubHub
      const body = print(feedOf(shelf, { name: settings.name, origin: env.publicOrigin }, hub))
      const links = hub && `<${hub}>; rel="hub", <${env.publicOrigin}${shelf.base}/${file}>; rel="self"`
      return { type, body, depends: [PIECES, CONVERSATION], ...(links ? { headers: { link: links } } : {}) }
    })
  return { rss: feed('rss'), atom: feed('atom'), json: feed('json') }
}

/** Everything the publication publishes. */
export const latestPieces: FindShelf = async ({ stet }, _params, limit) => {
  const [{ settings }, pieces] = await Promise.all([stet.settings.read(), stet.articles.full({ limit })])
  return { title: null, description: settings.description, path: '/', base: '', pieces }
}

/** What has a tag, or what an author wrote. */
export const piecesOfList =
  (nameOf: (params: Params) => ListName): FindShelf =>
  async ({ stet }, params, limit) => {
    const meaning = await stet.articles.findList(nameOf(params))
    if (meaning.kind === 'missing') return null
    if (meaning.kind === 'moved') return { base: meaning.path }
    const { title, path, within } = meaning.list
    const pieces = await stet.articles.full({ limit, within })
    const description = title.kind === 'author' ? title.bio : ''
    return { title: listTitle(title), description, path, base: path, pieces }
  }

/** `/comments.xml`: the newest comments under all pieces. */
export const allComments = (services: Services): Handler =>
  publicText(services, async () => {
    const { stet, env } = services
    const [{ settings }, comments] = await Promise.all([
      stet.settings.read(),
      stet.feeds.comments({ limit: COMMENTS_IN_FEED }),
    ])
    const { publicOrigin: origin } = env
    const body = commentsFeed({
      title: `Comments · ${settings.name}`,
      description: `What readers say at ${settings.name}.`,
      page: `${origin}/`,
      address: `${origin}/comments.xml`,
      origin,
      comments,
    })
    return { type: XML, body, depends: [PIECES, CONVERSATION] }
  })

/** `/articles/<slug>/comments.xml`: the newest comments under one piece. */
export const commentsOfPiece = (services: Services): Handler =>
  pieceText(services, '/comments.xml', async ({ id, slug, title }) => {
    const { publicOrigin: origin } = services.env
    const address = origin + articlePath(slug)
    const comments = await services.stet.feeds.comments({ articleId: id, limit: COMMENTS_IN_FEED })
    const body = commentsFeed({
      title: `Comments on “${title}”`,
      description: `What readers say about “${title}”.`,
      page: `${address}#comments`,
      address: `${address}/comments.xml`,
      origin,
      comments,
    })
    return { type: XML, body, depends: [pieceTag(id), threadTag(id)] }
  })
