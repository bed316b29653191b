import { ROLES, type Role } from '../../lib/kernel/actor'
import { OPEN_ACTIONS, actionRows } from '../support/action-rows'
import type { ActionRow } from '../support/action-rows/action-row'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { type Persona, persona, snapshot } from '../support/persona'
import { someAtOnce } from '../support/some-at-once'
import { builtActions, callAction } from '../support/server-actions'
import { storedFacts } from '../support/stored-facts'

const PASSWORD = 'one phrase for everybody here'
type Asker = Role | 'anonymous' | 'guest'

/** What somebody who may not gets: strangers are asked to sign in or refused; for the others it may not exist. */
const isRefused = (asker: Asker, status: number): boolean =>
  asker === 'anonymous' || asker === 'guest' ? [401, 403].includes(status) : [403, 404].includes(status)

/** From the least to the most powerful: the first one who may is asked to. */
const FROM_BELOW: readonly Role[] = ['member', 'writer', 'moderator', 'editor', 'owner']

test('every server action refuses whoever may not, wherever they come from, and changes nothing', async ({
  server,
  stet,
}) => {
  test.setTimeout(600_000)
  const owner = await theOwner(stet)
  const rows = await actionRows(stet)
  const ids = builtActions()
  // A new action needs a row: who may, and a form that would work.
  expect([...ids.keys()].filter((name) => !(name in rows) && !(name in OPEN_ACTIONS))).toEqual([])
  expect([...Object.keys(rows), ...Object.keys(OPEN_ACTIONS)].filter((name) => !ids.has(name))).toEqual([])

  const { guestSecret } = await aComment(stet, { under: (await aPiece(stet)).slug })
  for (const role of ROLES.filter((name) => name !== 'owner'))
    await aUser(stet, { role, email: `${role}@doors.example`, password: PASSWORD, addedBy: owner })
  const nobody = persona(server.url)
  const signIn = (role: Role) =>
    role === 'owner'
      ? nobody.signIn('owner@pencil.example', 'the blue end and the red one')
      : nobody.signIn(`${role}@doors.example`, PASSWORD)
  const askers = new Map<Asker, Persona>([
    ['anonymous', nobody],
    ['guest', persona(server.url, { guestSecret })],
  ])
  for (const role of ROLES) askers.set(role, await signIn(role))
  const as = (asker: Asker): Persona => askers.get(asker) ?? nobody

  const surprises: string[] = []
  const unless = (right: boolean, what: string) => {
    if (!right) surprises.push(what)
  }
  const facts = (): Readonly<Record<string, string>> => storedFacts(server.dataDir)
  const before = facts()
  const call = (asker: Asker, name: string, { at, fields }: ActionRow, more: object = {}) =>
    callAction(as(asker), { at, action: ids.get(name) ?? '', fields, ...more })

  await someAtOnce(Object.entries(rows), async ([name, row]) => {
    for (const asker of askers.keys()) {
      if (row.may.some((role) => role === asker)) continue
      const { status } = await call(asker, name, row)
      unless(isRefused(asker, status), `${asker} at ${name}: ${status}`)
    }
    // The owner may everything: what is refused now is refused for where it comes from, or for what it is.
    const foreign = { headers: { origin: 'https://elsewhere.example' } }
    unless((await call('owner', name, row, foreign)).status === 403, `${name} from elsewhere`)
    const crossSite = { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } }
    unless((await call('owner', name, row, crossSite)).status === 403, `${name} from a sandbox`)
    const strange = { ...row, fields: { ...row.fields, isAdmin: 'true' } }
    unless(
      [404, 409, 422].includes((await call('owner', name, strange)).status),
      `${name} with one field more`,
    )
    const noForm = await call('owner', name, row, { args: '[{"kind":"idle"},{"commentId":{"not":"x"}}]' })
    unless(noForm.status === 422, `${name} without a form: ${noForm.status}`)
    const polluted = await call('owner', name, row, { args: '["$F1","$K1"]' })
    unless(polluted.status >= 400, `${name} with a reference to nothing: ${polluted.status}`)
    const got = await snapshot(as('owner'), row.at, { headers: { 'next-action': ids.get(name) ?? '' } })
    unless(got.status === 200 || got.status === 404, `GET of ${name}: ${got.status}`)
  })
  expect(surprises).toEqual([])
  expect(facts()).toEqual(before)

  // The same forms work for the least of those who may: they were refused for who sent them, and for nothing else.
  for (const [name, row] of Object.entries(rows)) {
    const asker = FROM_BELOW.find((role) => row.may.includes(role)) ?? 'owner'
    const { status } = await call(asker, name, row)
    unless(row.gives ? status === row.gives : status < 400, `${asker} may ${name}: ${status}`)
  }
  expect(surprises).toEqual([])
  expect(facts()).not.toEqual(before)

  // A decision posted again changes nothing, and by another moderator it is a conflict that says so.
  const after = facts()
  const decide = rows['desk/desk-actions decideAction']
  const spam = { ...decide, fields: { ...decide?.fields, move: 'spam' } } as ActionRow
  const replayed = await call('editor', 'desk/desk-actions decideAction', spam)
  expect(replayed.status).toBe(409)
  // Whoever signed out is nobody, with the same cookie.
  const leave = ids.get('account/account-actions signOutAction') ?? ''
  expect((await callAction(as('editor'), { at: '/account', action: leave, fields: {} })).status).toBeLessThan(
    400,
  )
  expect((await call('editor', 'desk/desk-actions decideAction', spam)).status).toBe(401)
  expect(facts()).toEqual(after)
})
