import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aPiece } from '../../support/builders/a-piece'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

export let site: ServedPipeline
/** A piece of each test’s own. */
export let path = ''
export let slug = ''

/** The refused posts that pages were made for. */
export const refused = (): unknown[] => site.rendered.flatMap(({ visitor }) => visitor?.refused ?? [])

const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' }

export const HTML = { accept: 'text/html,application/xhtml+xml' }

export const postJson = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.origin}${path}/comments`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: site.origin, ...JSON_TYPE, ...headers },
  })

/** What a browser sends back of the cookie it was given. */
export const guestOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** What the island is told of one’s own comments. */
export const mine = async (cookie = ''): Promise<unknown> =>
  (await site.get(`${path}/mine.json`, { cookie })).json()

/** One site for the tests of a file. */
export const servePosting = (): void => {
  beforeAll(async () => {
    site = await servePipeline()
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    ;({ path, slug } = await aPiece(site.stet))
    site.rendered.length = 0
  })
}
