import { ID_PATTERN } from '../../lib/kernel/ids'
import { PIECES } from '../../lib/press/tags'
import { alive, ready } from './health'
import { decideByMail, mailDecision } from './by-mail'
import { cardDetails } from './card-details'
import { CARD_NAMES, ICON_NAMES, pieceCard, siteCard, siteIcon } from './cards'
import { changeOwnComment } from './change-own-comment'
import { changeByLink, statusPage } from './comment-status'
import { atCurrentAddress } from './current-address'
import { allComments, commentsOfPiece, latestPieces, piecesOfList, shelfFeeds } from './feeds'
import {
  articlePage,
  commentPermalink,
  frontPage,
  guidelinesPage,
  pieceList,
  rootPage,
  singlePage,
} from './reader-routes'
import { exportArchive } from './export-archive'
import { liveNews } from './live-news'
import { confirmAddress, confirmLink, stopLink, stopMails } from './mail-links'
import { beginUpload, continueUpload, dropUpload, mediaPage, uploadState } from './add-media'
import { mediaFile } from './media-file'
import { pieceAddress } from './piece-address'
import { mount } from './mount'
import { ownComments } from './own-comments'
import { personalPage } from './personal-page'
import { postComment } from './post-comment'
import { passkeyQuestion } from './passkey-question'
import { proofTask } from './proof-task'
import { previewPage, reviewerNote } from './preview'
import { recommend } from './recommend'
import { report } from './report'
import type { Methods, Route } from './route'
import {
  indexNowKey,
  llms,
  manifestFile,
  markdown,
  newsMap,
  openSearchFile,
  pagesSitemap,
  piecesSitemap,
  robots,
  sitemaps,
} from './robots'
import { runDeskErrands } from './run-desk-errands'
import { searchPage } from './search-page'
import { setupPage } from './setup-page'
import { specimenSheet } from './specimen-sheet'
import { staffPage } from './staff-page'
import { takeUpCards } from './take-up-cards'
import { threadFragment } from './thread-fragment'
import { toComment, toThread } from './to-thread'
import { typing } from './typing'
import type { Handler, Params } from '../exchange'
import { openDeskStream } from '../live/open-desk-stream'
import { openStream } from '../live/open-stream'
import type { Services } from '../services'

/** Largest bodies (bytes): a comment of 10,000 letters is 40 KB at worst, as our forms send it; a long piece with its Markdown far below 2 MB. */
const FORM = 64 * 1024
const STUDIO = 2 * 1024 * 1024

/** A piece to write on, not one of the studio's rooms: it brings its own script (decision 39). */
const isPiece = ({ id = '' }: Params): boolean => ID_PATTERN.test(id)

const tagOf = ({ slug = '' }: Params) => ({ kind: 'tag', slug }) as const
const seriesOf = ({ slug = '' }: Params) => ({ kind: 'series', slug }) as const
const authorOf = ({ slug = '' }: Params) => ({ kind: 'author', slug }) as const
const periodOf = ({ year = '', month }: Params) => ({ kind: 'period', year, month: month ?? null }) as const

const feedRoutes = (base: string, { rss, atom, json }: ReturnType<typeof shelfFeeds>): readonly Route[] => [
  { pattern: `${base}/feed.xml`, methods: { GET: rss } },
  { pattern: `${base}/atom.xml`, methods: { GET: atom } },
  { pattern: `${base}/feed.json`, methods: { GET: json } },
]

/** Every address this server knows. What is not in here does not exist. */
export const routeTable = (services: Services): readonly Route[] => {
  const personal = personalPage(services)
  const form = staffPage(services, { maxBody: FORM })
  const studio = staffPage(services, { maxBody: STUDIO })
  const sheet = staffPage(services, { maxBody: STUDIO, bare: isPiece })
  const api = staffPage(services, { maxBody: FORM, rendered: false })
  const [whoConfirms, whoStops] = [confirmLink(services), stopLink(services)]
  const whoDecides = mailDecision(services)
  const pages = (handler: Handler): Methods => ({ GET: handler, POST: handler })
  const current = (handler: Handler): Handler => atCurrentAddress(services, handler)
  return [
    { pattern: '/healthz', always: true, methods: { GET: alive } },
    { pattern: '/readyz', always: true, methods: { GET: ready(services) } },

    { pattern: '/', methods: { GET: frontPage(services) } },
    { pattern: '/tags', methods: { GET: singlePage(services, { shows: [PIECES] }) } },
    { pattern: '/tags/:slug', methods: { GET: pieceList(services, tagOf) } },
    { pattern: '/series', methods: { GET: singlePage(services, { shows: [PIECES] }) } },
    { pattern: '/series/:slug', methods: { GET: pieceList(services, seriesOf, []) } },
    { pattern: '/authors', methods: { GET: singlePage(services, { shows: [PIECES] }) } },
    { pattern: '/authors/:slug', methods: { GET: pieceList(services, authorOf) } },
    { pattern: '/archive', methods: { GET: singlePage(services, { shows: [PIECES] }) } },
    { pattern: '/archive/:year', methods: { GET: pieceList(services, periodOf) } },
    { pattern: '/archive/:year/:month', methods: { GET: pieceList(services, periodOf) } },
    { pattern: '/search', methods: { GET: searchPage(services) } },
    { pattern: '/guidelines', methods: { GET: guidelinesPage(services) } },
    { pattern: '/transparency', methods: { GET: singlePage(services, { daily: true }) } },
    { pattern: '/manifest.webmanifest', methods: { GET: manifestFile(services) } },
    ...feedRoutes('', shelfFeeds(services, latestPieces)),
    ...feedRoutes('/tags/:slug', shelfFeeds(services, piecesOfList(tagOf))),
    ...feedRoutes('/authors/:slug', shelfFeeds(services, piecesOfList(authorOf))),
    ...feedRoutes('/series/:slug', shelfFeeds(services, piecesOfList(seriesOf))),
    { pattern: '/comments.xml', methods: { GET: allComments(services) } },
    { pattern: '/sitemap.xml', methods: { GET: sitemaps(services) } },
    { pattern: '/sitemaps/pages.xml', methods: { GET: pagesSitemap(services) } },
    { pattern: '/sitemaps/:number.xml', methods: { GET: piecesSitemap(services) } },
    { pattern: '/news-sitemap.xml', methods: { GET: newsMap(services) } },
    { pattern: '/opensearch.xml', methods: { GET: openSearchFile(services) } },
    { pattern: '/robots.txt', always: true, methods: { GET: robots(services) } },
    { pattern: '/llms.txt', methods: { GET: llms(services) } },
    { pattern: '/styles/specimen.css', always: true, methods: { GET: specimenSheet(services) } },
    { pattern: '/card.png', methods: { GET: siteCard(services) } },
    ...ICON_NAMES.map((icon) => ({ pattern: `/${icon}.png`, methods: { GET: siteIcon(services, icon) } })),
    ...CARD_NAMES.map((shape) => ({
      pattern: `/articles/:slug/${shape}.png`,
      methods: { GET: pieceCard(services, shape) },
    })),
    { pattern: '/:key.txt', methods: { GET: indexNowKey(services) } },
    { pattern: '/articles/:slug.md', methods: { GET: markdown(services) } },
    { pattern: '/articles/:slug/comments.xml', methods: { GET: commentsOfPiece(services) } },
    { pattern: '/media/:file', always: true, methods: { GET: mediaFile(services) } },
    { pattern: '/pieces/:id', methods: { GET: pieceAddress(services) } },
    { pattern: '/articles/:slug', methods: { GET: articlePage(services) } },
    { pattern: '/comments/:id', methods: { GET: commentPermalink(services) } },
    {
      pattern: '/comments/:id/recommend',
      methods: { GET: toComment, POST: mount(services, recommend(services), FORM) },
    },
    {
      pattern: '/comments/:id/report',
      methods: { GET: personal, POST: mount(services, report(services), FORM) },
    },
    {
      pattern: '/comments/:id/status',
      methods: {
        GET: statusPage(services, personal),
        POST: statusPage(services, mount(services, changeByLink(services), FORM)),
      },
      holdsKey: true,
    },

    {
      pattern: '/articles/:slug/comments',
      methods: { GET: toThread, POST: mount(services, postComment(services), FORM) },
    },
    {
      pattern: '/articles/:slug/mine',
      methods: { GET: current(personal), POST: mount(services, changeOwnComment(services), FORM) },
    },
    { pattern: '/articles/:slug/mine.json', methods: { GET: current(mount(services, ownComments(), FORM)) } },
    { pattern: '/proof', methods: { GET: mount(services, proofTask(), FORM) } },
    { pattern: '/articles/:slug/respond', methods: { GET: current(personal) } },
    { pattern: '/articles/:slug/live', methods: { GET: openStream(services) } },
    { pattern: '/articles/:slug/live.json', methods: { GET: mount(services, liveNews(services), FORM) } },
    { pattern: '/articles/:slug/typing', methods: { POST: mount(services, typing(services), FORM) } },
    { pattern: '/articles/:slug/thread', methods: { GET: threadFragment(services) } },

    {
      pattern: '/confirm',
      methods: {
        GET: whoConfirms(personal),
        POST: whoConfirms(mount(services, confirmAddress(services), FORM)),
      },
      holdsKey: true,
    },
    {
      pattern: '/unsubscribe',
      always: true,
      methods: { GET: whoStops(personal), POST: whoStops(mount(services, stopMails(services), FORM)) },
      holdsKey: true,
    },
    {
      pattern: '/by-mail',
      always: true,
      methods: {
        GET: whoDecides(personal),
        POST: whoDecides(mount(services, decideByMail(services), FORM)),
      },
      holdsKey: true,
    },

    {
      pattern: '/preview/:token',
      methods: {
        GET: previewPage(services, personal),
        POST: previewPage(services, mount(services, reviewerNote(services), FORM)),
      },
      holdsKey: true,
    },

    {
      pattern: '/login/passkey',
      always: true,
      methods: { POST: mount(services, passkeyQuestion(services), FORM) },
    },
    { pattern: '/login/*', always: true, methods: pages(form) },
    { pattern: '/setup', always: true, methods: pages(setupPage(services, form)), holdsKey: true },
    { pattern: '/join', always: true, methods: pages(form), holdsKey: true },
    { pattern: '/account/*', always: true, methods: pages(form) },
    { pattern: '/desk/live', always: true, methods: { GET: openDeskStream(services) } },
    {
      pattern: '/desk/comments/:id.json',
      always: true,
      methods: { GET: mount(services, cardDetails(), FORM) },
    },
    {
      pattern: '/desk/claims',
      always: true,
      methods: { POST: mount(services, takeUpCards(services), FORM) },
    },
    {
      pattern: '/desk/errands',
      always: true,
      methods: { POST: mount(services, runDeskErrands(), FORM) },
    },
    { pattern: '/desk/*', always: true, methods: pages(form) },
    {
      pattern: '/studio/media',
      always: true,
      methods: { GET: studio, POST: mediaPage(services, studio) },
    },
    { pattern: '/studio/media/uploads', always: true, methods: { POST: beginUpload(services) } },
    {
      pattern: '/studio/media/uploads/:id',
      always: true,
      methods: { GET: uploadState(services), PATCH: continueUpload(services), DELETE: dropUpload(services) },
    },
    { pattern: '/studio/:id', always: true, methods: pages(sheet) },
    { pattern: '/studio/*', always: true, methods: pages(studio) },
    { pattern: '/settings/export.tar.gz', always: true, methods: { GET: exportArchive(services) } },
    { pattern: '/settings/*', always: true, methods: pages(studio) },
    { pattern: '/api/*', always: true, methods: { GET: api, POST: api, PUT: api, PATCH: api, DELETE: api } },
    // Last: whatever stands at the root and is nothing of the above may be a page.
    { pattern: '/:slug', methods: { GET: rootPage(services) }, ownSlash: true },
  ]
}
