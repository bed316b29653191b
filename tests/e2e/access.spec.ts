import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { ROLES } from '../../lib/kernel/actor'
import { BARE_PAGES, PERSONAL_PAGES, PUBLIC_PAGES } from '../../server/pages/page-table'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { ASKERS, type Asker, type Doors } from '../support/doors/door'
import { MACHINE_DOORS } from '../support/doors/machine-doors'
import { READER_DOORS } from '../support/doors/reader-doors'
import { STAFF_DOORS } from '../support/doors/staff-doors'
import { STUDIO_DOORS } from '../support/doors/studio-doors'
import { expect, test } from '../support/fixtures'
import { type Persona, persona, snapshot } from '../support/persona'
import { someAtOnce } from '../support/some-at-once'

/**
 * Every page of the reader's side (by its pattern), every page and handler in app/ (by its file) and every address that
 * only server/ knows, with what each asker gets. A page without a row fails; a row is the statement of who may.
 */
const DOORS: Doors = { ...READER_DOORS, ...STAFF_DOORS, ...STUDIO_DOORS, ...MACHINE_DOORS }

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
  expect(doors.filter((door) => !(door in DOORS))).toEqual([])
  const known = new Set(doors)
  expect(Object.keys(DOORS).filter((row) => !row.startsWith('server:') && !known.has(row))).toEqual([])
})

test('every role meets the door it should, by every method', async ({ server, stet }) => {
  test.setTimeout(600_000)
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

  await someAtOnce(Object.entries(DOORS), async ([door, row]) => {
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
