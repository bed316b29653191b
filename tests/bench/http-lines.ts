import { type Answer, type BareServer, record, startBareServer } from './bare-server'
import { FORM_TYPE, approvals } from './approve-form'
import { type Load, type Measured, load } from './load'
import type { BenchPublication } from './publication'

/** A line that goes over HTTP: how to ask once, and what to ask again and again. */
interface Question {
  readonly name: string
  readonly path: string
  readonly status: number
  readonly request: NonNullable<Load['request']>
}

const get = (name: string, path: string, headers: Readonly<Record<string, string>> = {}): Question => ({
  name,
  path,
  status: 200,
  request: { method: 'GET', path, headers },
})

let written = 0
const nextBody = (): string =>
  JSON.stringify({
    name: 'A poster',
    body: `Thought ${(written += 1)} of a busy evening, at ${performance.now()} ms.`,
  })

const posting = ({ postSlug, guestCookies }: BenchPublication, origin: string): Question => {
  const path = `/articles/${postSlug}/comments`
  const headers = { 'content-type': 'application/json', accept: 'application/json', origin }
  let turn = 0
  const request = {
    method: 'POST',
    path,
    setupRequest: (own: NonNullable<Load['request']>) => ({
      ...own,
      headers: { ...headers, cookie: guestCookies[(turn += 1) % guestCookies.length] ?? '' },
      body: nextBody(),
    }),
  }
  return { name: 'post a comment', path, status: 201, request }
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

const questions = async (publication: BenchPublication, origin: string): Promise<readonly Question[]> => [
  get('front page', '/'),
  get('article with 20 comments', `/articles/${publication.readSlug}`),
  get('feed', '/feed.xml'),
  get('queue page of 5,000', '/desk', { cookie: publication.moderatorCookie }),
  posting(publication, origin),
  await approving(publication, origin),
]

const firstAnswer = (url: string, { path, request }: Question): Promise<Answer> => {
  const { method = 'GET', headers, body } = request.setupRequest?.(request) ?? request
  return record(`${url}${path}`, { method, headers, body })
}

export interface HttpLine {
  readonly name: string
  readonly measured: Measured
  readonly bare: Measured
}

/** Every question to the real server and to a bare one that gives the same bytes. */
export const measureHttp = async (
  url: string,
  publication: BenchPublication,
  seconds: number,
): Promise<readonly HttpLine[]> => {
  const asked = await questions(publication, url)
  const answers = await Promise.all(
    asked.map(
      async (question) =>
        [`${question.request.method ?? 'GET'} ${question.path}`, await firstAnswer(url, question)] as const,
    ),
  )
  const bare: BareServer = await startBareServer(Object.fromEntries(answers))
  try {
    const lines: HttpLine[] = []
    for (const { name, path, status, request } of asked) {
      const at = (server: string): Load => ({ url: `${server}${path}`, status, request, seconds })
      lines.push({ name, measured: await load(at(url)), bare: await load(at(bare.url)) })
    }
    return lines
  } finally {
    bare.stop()
  }
}
