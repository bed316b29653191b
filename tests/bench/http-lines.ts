import { type Answer, record, startBareServer } from './bare-server'
import { FORM_TYPE, approvals } from './approve-form'
import { type Load, type Measured, load } from './load'
import { differently } from './differently'
import type { Posted } from './posted'
import { type Post, posters } from './posters'
import type { BenchPublication } from './publication'

/** A line that goes over HTTP: how to ask once, and what to ask again and again. */
interface Question {
  readonly name: string
  readonly path: string
  readonly status: number
  readonly request: NonNullable<Load['request']>
  readonly connections?: number
  /** Posted, each once, in the place of `request`. */
  readonly next?: () => Post
}

const get = (name: string, path: string, headers: Readonly<Record<string, string>> = {}): Question => ({
  name,
  path,
  status: 200,
  request: { method: 'GET', path, headers },
})

let written = 0
/** Beyond the texts the publication was seeded with: the same words once more would be a flood. */
const UNSAID = 1_000_000
/** No text is like another, as among people. */
const nextThought = (): string => differently(`Thought ${performance.now()}`, UNSAID + (written += 1))
/** Everybody says nearly the same, as in a flood. */
const nextOfFlood = (): string =>
  `Thought ${(written += 1)} of a busy evening, at ${performance.now()} ms, and as many like it as there are readers.`

const posting = (
  name: string,
  nextBody: () => string,
  { postSlug, guestCookies }: BenchPublication,
  origin: string,
  posted: Posted,
): Question => {
  const path = `/articles/${postSlug}/comments`
  const headers = { 'content-type': 'application/json', accept: 'application/json', origin }
  let turn = 0
  const next = (): Post => {
    const text = nextBody()
    return {
      headers: { ...headers, cookie: guestCookies[(turn += 1) % guestCookies.length] ?? '' },
      // As the form's island sends it.
      body: JSON.stringify({
        name: 'A poster',
        body: text,
        key: `poster-${String(written).padStart(12, '0')}`,
      }),
      accepted: () => posted.acknowledge(text),
    }
  }
  return { name, path, status: 201, request: { method: 'POST', path }, next }
}

/** The desk's plain form, one comment after the other. */
const approving = async (
  { moderatorCookie, waiting }: BenchPublication,
  origin: string,
): Promise<Question> => {
  const desk = await fetch(`${origin}/desk`, { headers: { cookie: moderatorCookie } })
  const nextForm = approvals(await desk.text(), waiting)
  const headers = { 'content-type': FORM_TYPE, cookie: moderatorCookie, origin }
  const request = {
    method: 'POST',
    path: '/desk',
    setupRequest: (own: NonNullable<Load['request']>) => ({ ...own, headers, body: nextForm() }),
  }
  return { name: 'approve (plain form)', path: '/desk', status: 303, request }
}

/** What browsers send, so that a page goes out compressed. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: 'text/html,*/*;q=0.8' }

/** Somebody who has the page and asks whether it is still true. */
const asksAgain = async (name: string, path: string, origin: string): Promise<Question> => {
  const { headers } = await fetch(`${origin}${path}`, { headers: BROWSER })
  const question = get(name, path, { ...BROWSER, 'if-none-match': headers.get('etag') ?? '' })
  return { ...question, status: 304 }
}

const reading = async ({ readSlug }: BenchPublication, origin: string): Promise<readonly Question[]> => {
  const path = `/articles/${readSlug}`
  const pressed = get('article with 20 comments, Brotli', path, BROWSER)
  return [
    get('front page', '/'),
    get('article with 20 comments', path),
    pressed,
    { ...pressed, name: `${pressed.name}, 64 connections`, connections: 64 },
    get('the same under another query', `${path}?utm_source=mail`, BROWSER),
    await asksAgain('article, not modified', path, origin),
    get('the same list as a fragment', `${path}/thread`, BROWSER),
    get('feed', '/feed.xml', BROWSER),
    { ...get('no such address', '/nothing/here', BROWSER), status: 404 },
  ]
}

const questions = async (
  publication: BenchPublication,
  origin: string,
  posted: Posted,
): Promise<readonly Question[]> => [
  ...(await reading(publication, origin)),
  get('queue page of 5,000', '/desk', { cookie: publication.moderatorCookie }),
  posting('post a comment', nextThought, publication, origin, posted),
  posting('post one of a flood', nextOfFlood, publication, origin, posted),
  await approving(publication, origin),
]

const firstAnswer = (url: string, { path, request, next }: Question): Promise<Answer> => {
  const {
    method = 'GET',
    headers,
    body,
  } = next ? { ...request, ...next() } : (request.setupRequest?.(request) ?? request)
  return record(`${url}${path}`, { method, headers, body })
}

export interface HttpLine {
  readonly name: string
  readonly measured: Measured
  readonly bare: Measured
}

/** The lines of the publication that go over HTTP, all of them or those of a kind. */
export const measureHttp = async (
  url: string,
  publication: BenchPublication,
  { seconds, posted, kind }: { readonly seconds: number; readonly posted: Posted; readonly kind: string },
): Promise<readonly HttpLine[]> => {
  const asked = await questions(publication, url, posted)
  return measure(
    url,
    asked.filter(({ name }) => name.includes(kind)),
    seconds,
  )
}

/** A page of another product as browsers ask for it, beside a bare server with its bytes. */
export const measureOther = (address: string, seconds: number): Promise<readonly HttpLine[]> => {
  const { origin, pathname, search } = new URL(address)
  const question = get(address, pathname + search, BROWSER)
  const crowd = { ...question, name: `${address}, 64 connections`, connections: 64 }
  return measure(origin, [question, crowd], seconds)
}

const ask = (
  server: string,
  { path, status, request, connections, next }: Question,
  seconds: number,
  again = false,
): Promise<Measured> =>
  next
    ? posters({ url: server, path, status, next, seconds, again })
    : load({ url: `${server}${path}`, status, request, connections, seconds })

/** Every question to the real server and to a bare one that gives the same bytes. */
const measure = async (
  url: string,
  asked: readonly Question[],
  seconds: number,
): Promise<readonly HttpLine[]> => {
  const lines: HttpLine[] = []
  for (const question of asked) {
    const { name, path, request } = question
    // A server of its own: one address may have several answers, by what is asked of it.
    const answer = await firstAnswer(url, question)
    const bare = await startBareServer({ [`${request.method ?? 'GET'} ${path}`]: answer })
    try {
      lines.push({
        name,
        measured: await ask(url, question, seconds),
        bare: await ask(bare.url, question, seconds, true),
      })
    } finally {
      bare.stop()
    }
  }
  return lines
}
