import type { Stet } from '../../lib/compose'
import { cookieName } from '../../lib/auth/cookies'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { aPiece } from '../support/builders/a-piece'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import { type CachingProxy, cachingProxy } from '../support/caching-proxy'
import { composeBeside } from '../support/compose-beside'
import { expect, test } from '../support/fixtures'
import { startServer } from '../support/start-server'

const CANARY = {
  waiting: 'canarywaiting',
  withdrawn: 'canarywithdrawn',
  draft: 'canarydraft',
  taken: 'canarytaken',
}

/** Ways to ask for the same data in another form: as Next's own scripts do, and as robots do. */
const DISGUISES: readonly Record<string, string>[] = [
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/articles/$d$slug/__PAGE__' },
  { 'Next-Action': '0'.repeat(40) },
  { 'x-nextjs-data': '1' },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
]

const addresses = (slug: string, draft: string, ids: readonly string[]): readonly string[] => [
  ...['/', '/feed.xml', '/atom.xml', '/feed.json', '/comments.xml', '/tags', '/authors', '/archive'],
  ...['/series', '/card.png', '/opensearch.xml'],
  ...['/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/1.xml', '/news-sitemap.xml', '/llms.txt'],
  ...[
    '/guidelines',
    '/transparency',
    '/manifest.webmanifest',
    '/opensearch.xml',
    '/login',
    '/desk',
    '/studio',
  ],
  ...Object.values(CANARY).flatMap((word) => [`/search?q=${word}`, `/search?q=${word}&in=comments`]),
  ...Object.values(CANARY).map((word) => `/search?q=${word.slice(0, 4)}x${word.slice(5)}`),
  ...[slug, draft].flatMap((name) =>
    [
      '',
      '?sort=oldest',
      '?_rsc=1a2b3',
      '/thread',
      '/comments.xml',
      '/mine',
      '/mine.json',
      '/respond',
      '/live.json',
    ].map((rest) => `/articles/${name}${rest}`),
  ),
  ...[slug, draft].flatMap((name) => [
    `/articles/${name}.md`,
    `/articles/${name}.rsc`,
    `/articles/${name}.txt`,
    `/articles/${name}/card.png`,
  ]),
  ...['/index.rsc', '/index.txt', '/_next/data/x/index.json', '/__PAGE__.segment.rsc'],
  ...ids.flatMap((id) => [`/comments/${id}`, `/comments/${id}/report`]),
]

/** A publication with something of everything that must not be seen. */
const furnish = async (stet: Stet) => {
  const by = await theOwner(stet)
  const piece = await aPiece(stet, { by, title: 'Ropes in the open', text: 'Knots and hitches.' })
  const draft = await aPiece(stet, { by, title: CANARY.draft, text: CANARY.draft, state: 'draft' })
  const shown = await aComment(stet, { under: piece.slug, body: 'This one stands.', then: 'approve' })
  const waiting = await aComment(stet, { under: piece.slug, body: CANARY.waiting, name: CANARY.waiting })
  const withdrawn = await aComment(stet, { under: piece.slug, body: CANARY.withdrawn })
  const { commentId } = withdrawn
  await must('withdraw', stet.comments.withdraw(withdrawn.author, { commentId, version: 1 }))
  const taken = await aComment(stet, { under: piece.slug, body: CANARY.taken, then: 'approve' })
  return { by, piece, draft, shown, waiting, withdrawn, taken }
}

const bytes = async ({ url }: CachingProxy, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  const text = `${JSON.stringify([...answer.headers])}${await answer.text()}`
  return { status: answer.status, text: text.toLowerCase() }
}

/** The question is printed in its own answer: what counts is what is found. */
const leaksIn = (path: string, text: string, secrets: readonly string[]): readonly string[] =>
  secrets.filter((secret) => !path.includes(secret) && text.includes(secret))

test('a shared cache in front never keeps what only one reader may see, and forgets what is taken back', async () => {
  const server = await startServer({ env: { SHARED_CACHE_SECONDS: '2' } })
  const beside = await composeBeside(server)
  const { stet } = beside
  const { by, piece, draft, shown, waiting, withdrawn, taken } = await furnish(stet)
  const proxy = await cachingProxy(server.url)
  try {
    const found = `/search?q=${CANARY.taken}&in=comments`
    const isThere = async (path: string) => (await bytes(proxy, path)).text.includes(`<mark>${CANARY.taken}`)
    await expect.poll(() => isThere(found)).toBe(true)

    // The author looks first, so that the cache has every chance to keep what is theirs.
    const cookie = `${cookieName('guest', false)}=${waiting.guestSecret ?? ''}`
    const own = await bytes(proxy, `/articles/${piece.slug}/mine`, { cookie })
    expect(own.text).toContain(CANARY.waiting)
    for (const path of [piece.path, `/articles/${piece.slug}/mine.json`, `/articles/${piece.slug}/respond`]) {
      await bytes(proxy, path, { cookie })
    }

    const ids = [shown, waiting, withdrawn].map(({ commentId }) => commentId)
    const secrets = [CANARY.waiting, CANARY.withdrawn, CANARY.draft]
    for (const path of addresses(piece.slug, draft.slug, ids)) {
      for (const disguise of DISGUISES) {
        const { text } = await bytes(proxy, path, disguise)
        expect.soft(leaksIn(path, text, secrets), `${path} ${JSON.stringify(disguise)}`).toEqual([])
        expect.soft(text.includes('text/x-component'), `${path} ${JSON.stringify(disguise)}`).toBe(false)
      }
    }
    expect(proxy.hits()).toBeGreaterThan(20)
    for (const secret of secrets) expect(proxy.kept().toLowerCase()).not.toContain(secret)

    const shows = async (path: string) => (await bytes(proxy, path)).text.includes(CANARY.taken)
    const places = [piece.path, '/comments.xml', `/articles/${piece.slug}/thread`]
    for (const path of places) expect(await shows(path), path).toBe(true)
    await aDecision(stet, { on: taken.commentId, move: 'reject', by })
    for (const path of places) await expect.poll(() => shows(path), { message: path }).toBe(false)
    await expect.poll(() => isThere(found)).toBe(false)
  } finally {
    await proxy.close()
    await beside.close()
    await server.stop()
  }
})
