import { expect, it } from 'vitest'
import { BARE_PAGES, PERSONAL_PAGES, PUBLIC_PAGES } from '../../../server/pages/page-table'
import { findRoute } from '../../../server/routes/route'
import { routeTable } from '../../../server/routes/route-table'
import { repositoryFiles } from '../../architecture/repository'
import { servePipeline } from '../../support/serve-pipeline'

/** `app/(staff)/desk/people/[key]/page.tsx` → `desk`, `people`, `key`. */
const segmentsOf = (file: string): string[] =>
  file
    .split('/')
    .slice(1, -1)
    .filter((step) => !step.startsWith('('))
    .map((step) => step.replace(/^\[(?:\.\.\.)?(.+)\]$/, '$1'))

/** Answered by a handler of the server's. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set([
  '/healthz',
  '/readyz',
  '/comments/:id',
  '/articles/:slug/comments',
  '/articles/:slug/mine.json',
  '/articles/:slug/thread',
  '/comments/:id/recommend',
  '/articles/:slug/live',
  '/articles/:slug/live.json',
  '/articles/:slug/typing',
  ...['', '/tags/:slug', '/authors/:slug', '/series/:slug'].flatMap((list) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`),
  ),
  '/comments.xml',
  '/articles/:slug/comments.xml',
  '/articles/:slug.md',
  '/opensearch.xml',
  '/manifest.webmanifest',
  '/card.png',
  ...['/icon-192.png', '/icon-512.png', '/icon-masked-512.png'],
  '/styles/specimen.css',
  ...['card', 'card-1x1', 'card-4x3', 'card-16x9'].map((card) => `/articles/:slug/${card}.png`),
  '/:key.txt',
  // A page that was written: the one of '/articles/:slug', at another address.
  '/:slug',
  '/media/:file',
  '/pieces/:id',
  '/proof',
  '/login/passkey',
  '/desk/live',
  '/desk/comments/:id.json',
  '/desk/claims',
  '/desk/errands',
  '/studio/media/uploads',
  '/studio/media/uploads/:id',
  '/settings/export.tar.gz',
  '/sitemap.xml',
  '/sitemaps/pages.xml',
  '/sitemaps/:number.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/llms.txt',
])

const inNext = (): string[][] =>
  repositoryFiles()
    .filter((path) => /^app\/.*(?:page\.tsx|route\.tsx?)$/.test(path))
    .map(segmentsOf)

/** `/articles/:slug/mine` → `articles`, `slug`, `mine`. */
const besideNext = (): string[][] =>
  [...PUBLIC_PAGES, ...PERSONAL_PAGES, ...BARE_PAGES].map(([pattern]) =>
    pattern
      .split('/')
      .filter((step) => step !== '')
      .map((step) => step.replace(/^:/, '')),
  )

const pages = (): string[][] => [...inNext(), ...besideNext()]

it('every page, and every handler below app/, has a row in the table, or nobody could reach it', async () => {
  const site = await servePipeline()
  const table = routeTable(site.services)
  expect(inNext().length).toBeGreaterThan(5)
  const unreachable = pages().filter((steps) => findRoute(table, steps) === null)
  // The pages without an address of their own.
  expect(unreachable.map(([first]) => first)).toEqual(unreachable.map(() => 'internal'))
  await site.close()
})

it('every row of the table leads somewhere: an address without a page would show an error page of Next’s', async () => {
  const site = await servePipeline()
  const table = routeTable(site.services)
  const doors = pages()
  const leadsNowhere = table.filter(
    (route) =>
      !WITHOUT_PAGE.has(route.pattern) && !doors.some((door) => findRoute(table, door)?.route === route),
  )
  expect(leadsNowhere.map(({ pattern }) => pattern)).toEqual([])
  await site.close()
})
