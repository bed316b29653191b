import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { ROLES, type Role } from '../../lib/kernel/actor'
import { BARE_PAGES, PERSONAL_PAGES, PUBLIC_PAGES } from '../../server/pages/page-table'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { type Persona, persona, snapshot } from '../support/persona'
import { someAtOnce } from '../support/some-at-once'

/** Everybody who can stand before a door. */
const ASKERS = ['anonymous', 'guest', ...ROLES] as const satisfies readonly (Role | string)[]
type Asker = (typeof ASKERS)[number]

/** What each gets for GET: one status for all, or by asker. */
type Expected = number | Readonly<Record<Asker, number>>

interface Row {
  readonly path: string
  readonly get: Expected
  readonly takesPost: boolean
  /** Doors that are there for posting alone: what each gets for this form. */
  readonly post?: { readonly form: Readonly<Record<string, string>>; readonly gets: Expected }
  /** A door that mail programs knock at, which send no Origin (RFC 8058); 403 everywhere else. */
  readonly withoutOrigin?: number
}

const only = (...allowed: Role[]): Readonly<Record<Asker, number>> =>
  Object.fromEntries(
    ASKERS.map((asker) => {
      if (asker === 'anonymous' || asker === 'guest') return [asker, 307]
      return [asker, allowed.includes(asker) ? 200 : 403]
    }),
  ) as Record<Asker, number>

const DESK = only('owner', 'editor', 'moderator')
const STUDIO = only('owner', 'editor', 'writer')

/**
 * Every page of the reader's side (by its pattern), every page and handler in app/ (by its file) and every address that
 * only server/ knows, with what each asker gets. A page without a row fails; a row is the statement of who may.
 */
const GET_ROWS: Readonly<Record<string, Row>> = {
  'page: /': { path: '/', get: 200, takesPost: false },
  'page: /tags': { path: '/tags', get: 200, takesPost: false },
  'page: /tags/:slug': { path: '/tags/doors', get: 200, takesPost: false },
  'page: /authors': { path: '/authors', get: 200, takesPost: false },
  'page: /authors/:slug': { path: '/authors/nobody', get: 404, takesPost: false },
  'page: /archive': { path: '/archive', get: 200, takesPost: false },
  'page: /archive/:year': { path: '/archive/1999', get: 404, takesPost: false },
  'page: /archive/:year/:month': { path: '/archive/1999/01', get: 404, takesPost: false },
  'page: /series': { path: '/series', get: 200, takesPost: false },
  'page: /series/:slug': { path: '/series/nothing', get: 404, takesPost: false },
  'page: /search': { path: '/search?q=door', get: 200, takesPost: false },
  'page: /guidelines': { path: '/guidelines', get: 200, takesPost: false },
  'page: /transparency': { path: '/transparency', get: 200, takesPost: false },
  'server: manifest': { path: '/manifest.webmanifest', get: 200, takesPost: false },
  'page: /articles/:slug': { path: '/articles/a-door', get: 200, takesPost: false },
  'page: /articles/:slug/mine': { path: '/articles/a-door/mine', get: 200, takesPost: true },
  'page: /articles/:slug/respond': { path: '/articles/a-door/respond', get: 200, takesPost: false },
  'page: /comments/:id/report': {
    path: '/comments/unknown/report',
    get: 404,
    takesPost: true,
    post: { form: { reason: 'rude', note: '' }, gets: 404 },
  },
  'page: /internal/refused': { path: '/internal/refused', get: 404, takesPost: false },
  'page: /comments/:id/status': { path: '/comments/nobody/status?key=x', get: 404, takesPost: true },
  'page: /by-mail': { path: '/by-mail?key=x', get: 404, takesPost: true },
  'page: /confirm': { path: '/confirm?id=x&until=1&key=x', get: 404, takesPost: true },
  'page: /unsubscribe': {
    path: '/unsubscribe?id=x&key=x',
    get: 404,
    takesPost: true,
    withoutOrigin: 404,
  },
  'page: /internal/missing': { path: '/internal/missing', get: 404, takesPost: false },
  'page: /internal/gone': { path: '/internal/gone', get: 404, takesPost: false },
  'page: /internal/closed': { path: '/internal/closed', get: 404, takesPost: false },
  'page: /internal/maintenance': { path: '/internal/maintenance', get: 404, takesPost: false },
  'page: /internal/broken': { path: '/internal/broken', get: 404, takesPost: false },
  '(reader)/internal/dress/page': { path: '/internal/dress', get: 404, takesPost: false },
  '(account)/login/page': {
    path: '/login',
    get: { ...only(...ROLES), ...fromAll(307), anonymous: 200, guest: 200 },
    takesPost: true,
  },
  '(account)/login/code/page': {
    path: '/login/code',
    get: { ...only(...ROLES), ...fromAll(307), anonymous: 200, guest: 200 },
    takesPost: true,
  },
  '(account)/account/second-step/page': {
    path: '/account/second-step',
    get: only('owner', 'editor', 'writer', 'moderator'),
    takesPost: true,
  },
  '(account)/account/passkeys/page': {
    path: '/account/passkeys',
    get: only('owner', 'editor', 'writer', 'moderator'),
    takesPost: true,
  },
  '(account)/setup/page': { path: '/setup', get: 404, takesPost: true },
  '(account)/join/page': { path: '/join?key=x', get: 404, takesPost: true },
  '(account)/account/page': { path: '/account', get: only(...ROLES), takesPost: true },
  '(staff)/desk/page': { path: '/desk', get: DESK, takesPost: true },
  '(staff)/desk/people/page': { path: '/desk/people', get: DESK, takesPost: true },
  // Somebody unknown is told to those alone who may know people.
  '(staff)/desk/people/[key]/page': {
    path: '/desk/people/guest-nobody',
    get: { ...DESK, owner: 404, editor: 404, moderator: 404 },
    takesPost: true,
  },
  // A comment that is not there is told to those alone who may see any.
  '(staff)/desk/comments/[id]/page': {
    path: '/desk/comments/nobody',
    get: { ...DESK, owner: 404, editor: 404, moderator: 404 },
    takesPost: true,
  },
  '(staff)/desk/log/page': { path: '/desk/log', get: DESK, takesPost: true },
  '(staff)/desk/log.csv/route': {
    path: '/desk/log.csv',
    get: { ...DESK, anonymous: 403, guest: 403 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/desk/statistics/page': { path: '/desk/statistics', get: DESK, takesPost: true },
  '(staff)/studio/page': { path: '/studio', get: STUDIO, takesPost: true },
  '(sheet)/studio/[id]/page': { path: '/studio/:draft', get: only('owner', 'editor'), takesPost: true },
  '(staff)/studio/[id]/publish/page': {
    path: '/studio/:draft/publish',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/[id]/revisions/page': {
    path: '/studio/:draft/revisions',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  // A revision and a conflict that are not there are told to those alone who may see the piece.
  '(staff)/studio/[id]/revisions/[revision]/page': {
    path: '/studio/:draft/revisions/none',
    get: { ...only('owner', 'editor'), owner: 404, editor: 404 },
    takesPost: true,
  },
  '(staff)/studio/media/page': { path: '/studio/media', get: STUDIO, takesPost: true },
  '(staff)/studio/[id]/conflict/page': {
    path: '/studio/:draft/conflict',
    get: { ...only('owner', 'editor'), owner: 404, editor: 404 },
    takesPost: true,
  },
  '(staff)/studio/[id]/details/page': {
    path: '/studio/:draft/details',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/[id]/sharing/page': {
    path: '/studio/:draft/sharing',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  // Without a link that opens there is nothing.
  'page: /preview/:token': { path: '/preview/none', get: 404, takesPost: true },
  '(staff)/studio/preview/route': {
    path: '/studio/preview',
    get: 405,
    takesPost: true,
    post: { form: { text: 'A *line*.' }, gets: { ...STUDIO, anonymous: 401, guest: 401 } },
  },
  '(staff)/studio/pieces/route': {
    path: '/studio/pieces?title=rope',
    get: { ...STUDIO, anonymous: 401, guest: 401 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/studio/media/pictures/route': {
    path: '/studio/media/pictures',
    get: { ...STUDIO, anonymous: 401, guest: 401 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/studio/text/route': {
    path: '/studio/text',
    get: 405,
    takesPost: true,
    post: { form: { text: 'A *line*.' }, gets: { ...STUDIO, anonymous: 401, guest: 401 } },
  },
  '(staff)/studio/save/route': {
    path: '/studio/save',
    get: 405,
    takesPost: true,
    post: {
      form: { articleId: '0'.repeat(26), version: '1', title: '', text: '', slugBefore: '' },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
  '(staff)/studio/change/route': {
    path: '/studio/change',
    get: 405,
    takesPost: true,
    post: {
      form: {
        ...{ articleId: '0'.repeat(26), version: '1', title: '', text: '', slugBefore: '', document: '' },
        ...{ dek: '', kicker: '', tags: '', series: '', notes: '', translationOf: '', canonicalUrl: '' },
        ...{ slug: '', cover: '', coverAlt: '', coverCredit: '', coverFocus: '', language: 'en' },
        ...{ excerpt: '', searchTitle: '', searchDescription: '', socialTitle: '', socialDescription: '' },
        ...{ intent: 'save', conflict: '' },
      },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
  '(staff)/studio/calendar/page': { path: '/studio/calendar', get: STUDIO, takesPost: true },
  '(staff)/studio/redirects/page': {
    path: '/studio/redirects',
    get: only('owner', 'editor'),
    takesPost: true,
  },
  '(staff)/studio/lock/route': {
    path: '/studio/lock',
    get: 405,
    takesPost: true,
    post: {
      form: { articleId: '0'.repeat(26), holder: 'some-page', wish: 'hold' },
      gets: { ...STUDIO, owner: 404, editor: 404, writer: 404, anonymous: 401, guest: 401 },
    },
  },
  '(staff)/settings/page': { path: '/settings', get: only('owner'), takesPost: true },
  '(staff)/settings/appearance/page': { path: '/settings/appearance', get: only('owner'), takesPost: true },
  '(staff)/settings/danger/page': { path: '/settings/danger', get: only('owner'), takesPost: true },
  '(staff)/settings/navigation/page': { path: '/settings/navigation', get: only('owner'), takesPost: true },
  '(staff)/settings/comments/page': { path: '/settings/comments', get: only('owner'), takesPost: true },
  '(staff)/settings/learner/page': { path: '/settings/learner', get: only('owner'), takesPost: true },
  '(staff)/settings/try/page': { path: '/settings/try', get: only('owner'), takesPost: true },
  '(staff)/settings/reasons/page': { path: '/settings/reasons', get: only('owner'), takesPost: true },
  '(staff)/settings/checks/page': { path: '/settings/checks', get: only('owner'), takesPost: true },
  '(staff)/settings/words/page': { path: '/settings/words', get: only('owner'), takesPost: true },
  '(staff)/settings/words/export/route': {
    path: '/settings/words/export?kind=banned&language=',
    get: { ...fromAll(403), owner: 200, anonymous: 403, guest: 403 },
    takesPost: true,
  },
  '(staff)/settings/people/page': { path: '/settings/people', get: only('owner'), takesPost: true },
  'api/auth/[...nextauth]/route': { path: '/api/auth/session', get: 200, takesPost: true },
  'server: health': { path: '/healthz', get: 200, takesPost: false },
  'server: ready': { path: '/readyz', get: 200, takesPost: false },
  'server: feed as RSS': { path: '/feed.xml', get: 200, takesPost: false },
  'server: feed as Atom': { path: '/atom.xml', get: 200, takesPost: false },
  'server: feed as JSON': { path: '/feed.json', get: 200, takesPost: false },
  'server: feed of a tag': { path: '/tags/doors/feed.xml', get: 200, takesPost: false },
  'server: feed of nobody': { path: '/authors/nobody/atom.xml', get: 404, takesPost: false },
  'server: feed of comments': { path: '/comments.xml', get: 200, takesPost: false },
  'server: comments of a piece': { path: '/articles/a-door/comments.xml', get: 200, takesPost: false },
  'server: piece as Markdown': { path: '/articles/a-door.md', get: 200, takesPost: false },
  'server: map of the site': { path: '/sitemap.xml', get: 200, takesPost: false },
  'server: map of pages': { path: '/sitemaps/pages.xml', get: 200, takesPost: false },
  'server: map of pieces': { path: '/sitemaps/1.xml', get: 200, takesPost: false },
  'server: no such map': { path: '/sitemaps/2.xml', get: 404, takesPost: false },
  'server: map of news': { path: '/news-sitemap.xml', get: 200, takesPost: false },
  'server: robots': { path: '/robots.txt', get: 200, takesPost: false },
  'server: for programs that read': { path: '/llms.txt', get: 200, takesPost: false },
  'server: thread': { path: '/articles/a-door/thread', get: 200, takesPost: false },
  'server: own comments': { path: '/articles/a-door/mine.json', get: 200, takesPost: false },
  'server: news for those who poll': { path: '/articles/a-door/live.json', get: 200, takesPost: false },
  // Calm: nobody is asked for a proof of work.
  'server: proof of work': { path: '/proof', get: 404, takesPost: false },
  'server: typing': {
    path: '/articles/a-door/typing',
    get: 405,
    takesPost: true,
    post: { form: { stream: '0'.repeat(26) }, gets: 204 },
  },
  'server: recommending': {
    path: '/comments/unknown/recommend',
    get: 302,
    takesPost: true,
    post: { form: { intent: 'give' }, gets: 404 },
  },
  'server: posting': { path: '/articles/a-door/comments', get: 302, takesPost: true },
  'server: question for a passkey': {
    path: '/login/passkey',
    get: 405,
    takesPost: true,
    post: { form: { use: 'sign-in' }, gets: 200 },
  },
  'server: no such address': { path: '/wp-login.php', get: 404, takesPost: false },
}

function fromAll(status: number): Record<Role, number> {
  return Object.fromEntries(ROLES.map((role) => [role, status])) as Record<Role, number>
}

const APP = join(import.meta.dirname, '../../app')
const inNext = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\/?(page|route)\.tsx?$/.test(file))
  .map((file) => file.replace(/\.tsx?$/, ''))
const doors = [
  ...inNext,
  ...[...PUBLIC_PAGES, ...PERSONAL_PAGES, ...BARE_PAGES].map(([pattern]) => `page: ${pattern}`),
]

test('every page and handler has a row in this table', () => {
  expect(doors.filter((door) => !(door in GET_ROWS))).toEqual([])
  const known = new Set(doors)
  expect(Object.keys(GET_ROWS).filter((row) => !row.startsWith('server:') && !known.has(row))).toEqual([])
})

test('every role meets the door it should, by every method', async ({ server, stet }) => {
  test.setTimeout(300_000)
  const owner = await theOwner(stet)
  const piece = await aPiece(stet, {
    by: owner,
    title: 'A door',
    slug: 'a-door',
    text: 'Knock.',
    tags: 'Doors',
  })
  const draft = await aPiece(stet, { by: owner, title: 'Not yet', text: 'Soon.', state: 'draft' })
  const { guestSecret } = await aComment(stet, { under: piece.slug })
  const password = 'one phrase for everybody here'
  for (const role of ROLES.filter((name) => name !== 'owner')) {
    await aUser(stet, { role, email: `${role}@doors.example`, password, addedBy: owner })
  }
  const nobody = persona(server.url)
  const askers: Record<Asker, Persona> = {
    anonymous: nobody,
    guest: persona(server.url, { guestSecret }),
    owner: await nobody.signIn('owner@pencil.example', 'the blue end and the red one'),
    editor: await nobody.signIn('editor@doors.example', password),
    writer: await nobody.signIn('writer@doors.example', password),
    moderator: await nobody.signIn('moderator@doors.example', password),
    member: await nobody.signIn('member@doors.example', password),
  }

  const surprises: string[] = []
  const look = (what: string, expected: number | string, got: number | string) => {
    if (got !== expected) surprises.push(`${what}: expected ${expected}, got ${got}`)
  }
  const post = async (address: string, method: string, headers: Record<string, string>): Promise<number> =>
    (
      await fetch(server.url + address, {
        method,
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'body=hello',
      })
    ).status

  await someAtOnce(Object.entries(GET_ROWS), async ([door, row]) => {
    const { path, get, takesPost, post: posted, withoutOrigin = 403 } = row
    const address = path.replace(':draft', draft.articleId)
    for (const asker of ASKERS) {
      const expected = typeof get === 'number' ? get : get[asker]
      const who = `${asker} at ${door}`
      const got = await snapshot(askers[asker], address)
      look(`GET ${who}`, expected, got.status)
      if (expected === 307) {
        const login = !path.startsWith('/login')
        look(
          `way of ${who}`,
          'true',
          String(got.headers.get('location')?.startsWith('/login?next=') === login),
        )
      }
      const head = await snapshot(askers[asker], address, { method: 'HEAD' })
      look(`HEAD ${who}`, expected, head.status)
      look(`body of HEAD ${who}`, '', head.body)
      if (!posted) continue
      const answer = await snapshot(askers[asker], address, { form: posted.form })
      look(`POST ${who}`, typeof posted.gets === 'number' ? posted.gets : posted.gets[asker], answer.status)
    }
    const methods = path.startsWith('/api/') ? [] : ['PUT', 'PATCH', 'DELETE', ...(takesPost ? [] : ['POST'])]
    for (const method of methods)
      look(`${method} ${door}`, 405, await post(address, method, { origin: server.url }))
    look(
      `POST from elsewhere, ${door}`,
      403,
      await post(address, 'POST', { origin: 'https://elsewhere.example' }),
    )
    look(`POST without Origin, ${door}`, withoutOrigin, await post(address, 'POST', {}))
    look(`POST from null, ${door}`, 403, await post(address, 'POST', { origin: 'null' }))
  })
  expect(surprises).toEqual([])
})
