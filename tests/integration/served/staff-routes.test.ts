import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import { type Role, ROLES } from '../../../lib/kernel/actor'
import { routeTable } from '../../../server/routes/route-table'
import { somebodyHere } from '../../support/people'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

interface Row {
  readonly path: string
  readonly may: readonly Role[]
  /** A request that would be carried out for whoever may. */
  readonly body?: Readonly<Record<string, unknown>>
}

const ID = '0'.repeat(26)
const DESK: readonly Role[] = ['owner', 'editor', 'moderator']
const STUDIO: readonly Role[] = ['owner', 'editor', 'writer']

/**
 * Every address of the staff's rooms that the server answers itself, by method, with who may. What Next renders there is
 * in tests/e2e/access.spec.ts, what its actions do in tests/e2e/refusals.spec.ts. An address without a row fails.
 */
const ROWS: Readonly<Record<string, Row>> = {
  'GET /desk/live': { path: '/desk/live', may: DESK },
  'GET /desk/comments/:id.json': { path: `/desk/comments/${ID}.json`, may: DESK },
  'POST /desk/claims': { path: '/desk/claims', may: DESK, body: { stream: ID, cards: '' } },
  'POST /desk/errands': { path: '/desk/errands', may: DESK, body: { errands: '[]' } },
  'POST /studio/media': { path: '/studio/media?upload=', may: STUDIO },
  'POST /studio/media/uploads': {
    ...{ path: '/studio/media/uploads', may: STUDIO },
    body: { fileName: 'ferry.jpg', size: 10 },
  },
  'GET /studio/media/uploads/:id': { path: `/studio/media/uploads/${ID}`, may: STUDIO },
  'PATCH /studio/media/uploads/:id': { path: `/studio/media/uploads/${ID}`, may: STUDIO },
  // Who may has to say who they are first, which is no refusal of theirs.
  'GET /settings/export.tar.gz': { path: '/settings/export.tar.gz', may: ['owner'] },
  'DELETE /studio/media/uploads/:id': { path: `/studio/media/uploads/${ID}`, may: STUDIO },
}
/** Rendered by Next although another method of the same address is not. */
const RENDERED: ReadonlySet<string> = new Set(['GET /studio/media', 'GET /studio/:id', 'POST /studio/:id'])

let site: ServedPipeline
const cookies = new Map<string, string>()
beforeAll(async () => {
  site = await servePipeline()
  for (const role of ROLES) {
    const { sessionId } = await somebodyHere(site.ports, role)
    const token = await printSessionToken(site.ports.secrets, sessionId)
    cookies.set(role, `${cookieName('session', false)}=${token}`)
  }
})
afterAll(() => site.close())

const ask = async (key: string, { path, body }: Row, as: string, origin = site.origin): Promise<number> => {
  const [method = ''] = key.split(' ')
  const leaving = new AbortController()
  const form = new FormData()
  form.set('file', new Blob(['x']), 'x.png')
  const sent =
    method === 'GET'
      ? {}
      : body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : method === 'POST'
          ? { body: form }
          : {}
  const answer = await fetch(site.origin + path, {
    ...{ method, redirect: 'manual', signal: leaving.signal, ...sent },
    headers: { ...sent.headers, origin, accept: 'application/json', cookie: cookies.get(as) ?? '' },
  })
  // A stream never ends by itself.
  leaving.abort()
  return answer.status
}

it('every address of the staff that the server answers itself has a row', () => {
  const answered = routeTable(site.services)
    .filter(({ pattern }) => /^\/(?:desk|studio|settings)\//.test(pattern) && !pattern.endsWith('*'))
    .flatMap(({ pattern, methods }) => Object.keys(methods).map((method) => `${method} ${pattern}`))
  expect(answered.filter((key) => !RENDERED.has(key)).sort()).toEqual(Object.keys(ROWS).sort())
})

it.each(Object.entries(ROWS))(
  '%s refuses whoever may not, and whoever comes from elsewhere',
  async (key, row) => {
    const tables = JSON.stringify([...site.ports.tables.audit, site.ports.tables.outbox.size])
    for (const asker of ['anonymous', ...ROLES]) {
      const status = await ask(key, row, asker)
      if (row.may.some((role) => role === asker))
        expect([401, 403], `${asker}: ${status}`).not.toContain(status)
      else expect([401, 403], `${asker}: ${status}`).toContain(status)
    }
    if (!key.startsWith('GET')) expect(await ask(key, row, 'owner', 'https://elsewhere.example')).toBe(403)
    expect(JSON.stringify([...site.ports.tables.audit, site.ports.tables.outbox.size])).toBe(tables)
  },
)
