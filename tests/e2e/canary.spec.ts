import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matchPattern } from '../../server/routes/match-pattern'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { hiddenPieces, kinds, ofPieceInStudio } from '../support/canary/addresses'
import { hiddenStudio } from '../support/canary/hidden-studio'
import { hiddenThread } from '../support/canary/hidden-thread'
import { listen } from '../support/canary/listen'
import { publicPart } from '../support/canary/public-part'
import { type Form, aboutComment, aboutPiece } from '../support/canary/questions'
import { CANARY, anyOf, leaksIn } from '../support/canary/tokens'
import { inTurn } from '../support/canary/ways'
import { type Persona, persona, snapshot } from '../support/persona'
import { expect, test } from '../support/fixtures'
import { someAtOnce } from '../support/some-at-once'

test.use({ serverFor: 'file' })

const NOBODY = 'never-was-here'
const SCRIPT = /<script\b.*?<\/script>/gs
const MEMBER = { email: 'reader@mail.example', password: 'a long enough phrase' }

/** Patterns of the route table that nobody asked about; those that only take forms are asked by forms. */
const unasked = (paths: readonly string[]): string[] => {
  const source = readFileSync(join(import.meta.dirname, '../../server/routes/route-table.ts'), 'utf8')
  const patterns = [...source.matchAll(/pattern: '([^']+)'/g)].map(([, pattern = '']) => pattern)
  expect(patterns.length).toBeGreaterThan(50)
  const asked = paths.map((path) => (path.split('?')[0] ?? '').split('/').slice(1).filter(Boolean))
  return patterns.filter((pattern) => !asked.some((segments) => matchPattern(pattern, segments)))
}

test('nothing hidden reaches a stranger, a guest or a member, and hiding something changes no byte', async ({
  server,
  stet,
}) => {
  // Ten thousand questions, one processor: a busy machine is given its time.
  test.setTimeout(600_000)
  const open = await publicPart(stet)
  const unknown = stet.ports.ids.random()
  const slugs = [open.piece.slug, open.other.slug, open.unpublished.slug, NOBODY]
  const visibleIds = [open.shown.commentId, open.branch.commentId, unknown]
  const watched = kinds(slugs, visibleIds).flat()

  const anonymous = persona(server.url)
  const listening = await listen(`${server.url}/articles/${open.piece.slug}/live`)
  const before = new Map<string, string>()
  await someAtOnce(watched, async (path) => before.set(path, (await snapshot(anonymous, path)).comparable))

  const hiddenIds = await hiddenThread(stet, open)
  const studio = await hiddenStudio(stet, open)
  await snapshot(anonymous, `/${CANARY.missedAddress}`)
  const secrets = [...Object.values(CANARY), ...studio.secrets]
  await someAtOnce(watched, async (path) => {
    const after = await snapshot(anonymous, path)
    expect.soft(after.comparable, `${path} changed by hidden rows`).toBe(before.get(path))
    expect.soft(leaksIn(after.bytes, secrets, path), path).toEqual([])
  })

  // Everything hidden has passed through the outbox once a visible thing that came after it is told of.
  const last = await aComment(stet, { under: open.piece.slug, body: 'A last word for all.', then: 'approve' })
  await expect.poll(() => listening.heard()).toContain(last.commentId)
  await listening.stop()
  const told = listening.heard()
  const appeared = [open.shown, open.branch, last].map(({ commentId }) => commentId)
  for (const [, event, data] of told.matchAll(/^event: (.+)\ndata: (.+)$/gm)) {
    expect(['hello', 'appeared', 'vanished']).toContain(event)
    const { id = '' } = JSON.parse(data ?? '') as { id?: string }
    // What became of visible comments just before may be told after the greeting; nothing else comes.
    if (event === 'appeared') expect(appeared).toContain(id)
    if (event === 'vanished') expect(open.fellIds).toContain(id)
  }
  expect(told.match(/^event: /gm)?.length).toBe(told.match(/^event: .+\ndata: .+$/gm)?.length)
  const neverSeen = hiddenIds.filter((id) => !open.fellIds.includes(id))
  for (const secret of [...secrets, ...neverSeen]) expect.soft(told).not.toContain(secret)

  const stranger = await aComment(stet, { under: open.other.slug, body: 'Somebody else, with a key.' })
  await aUser(stet, { role: 'member', ...MEMBER })
  const member = await persona(server.url).signIn(MEMBER.email, MEMBER.password)
  const people: Persona[] = [anonymous, persona(server.url, { guestSecret: stranger.guestSecret }), member]

  const ofStudio = studio.articleIds.flatMap((id) => ofPieceInStudio(id, studio.revisionId))
  const links = [`/preview/${studio.revokedPreview}`, `/join?key=${studio.takenBackInvitation}`]
  const files = [`/media/${studio.picture.slice(0, -1)}.jpg`, `/media/${studio.picture}`]
  const asked = inTurn(people, [
    ...kinds(slugs, [...visibleIds, ...hiddenIds]),
    ...[...hiddenPieces(studio.slugs), ofStudio, [...links, ...files]],
  ])
  await someAtOnce(asked, async ({ who, path, method, headers }) => {
    const { bytes } = await snapshot(who, path, { method, headers })
    const what = `${who.name} ${method} ${path} ${JSON.stringify(headers)}`
    expect.soft(leaksIn(bytes, secrets, path), what).toEqual([])
  })
  expect(unasked(asked.map(({ path }) => path))).toEqual(['/articles/:slug/typing'])

  const named = anyOf([...hiddenIds, ...studio.articleIds, ...studio.slugs, unknown, NOBODY], 'g')
  /** Asks the same about something hidden and about nothing: no answer may tell which of them was meant. */
  const tellsApart = async (who: Persona, ask: Form | string, there: Form | string): Promise<string[]> => {
    const answer = (form: Form | string) =>
      typeof form === 'string' ? snapshot(who, form) : snapshot(who, form.path, { form: form.body })
    const [nothing, hidden] = [await answer(ask), await answer(there)]
    // What Next streams into a page of the staff comes in no order.
    const words = (text: string): string => text.replaceAll(SCRIPT, '').replaceAll(named, 'NAME')
    const same = hidden.status === nothing.status && words(hidden.comparable) === words(nothing.comparable)
    const found = leaksIn(hidden.bytes, secrets, JSON.stringify(there))
    return [...found, ...(same ? [] : [`${who.name} ${JSON.stringify(there)}: ${hidden.status}`])]
  }
  const pairs: (readonly [Persona, Form | string, Form | string])[] = []
  const pair = (who: Persona, asked: readonly (Form | string)[], there: readonly (Form | string)[]) => {
    for (const [i, form] of asked.entries()) pairs.push([who, form, there[i] ?? form])
  }
  // A draft's address and a hidden comment's id answer exactly like ones that never were.
  for (const who of people) {
    for (const slug of studio.neverPublic)
      pair(who, [`/articles/${NOBODY}`, `/${NOBODY}`], [`/articles/${slug}`, `/${slug}`])
    for (const id of studio.articleIds)
      pair(who, ofPieceInStudio(unknown, unknown), ofPieceInStudio(id, unknown))
  }
  for (const id of hiddenIds) {
    pair(anonymous, [`/comments/${unknown}`], [`/comments/${id}`])
    // Whatever is done about something hidden is refused in the words for something unknown.
    pair(anonymous, aboutComment(open.piece.slug, unknown), aboutComment(open.piece.slug, id))
  }
  for (const who of [anonymous, member])
    for (const [i, id] of studio.articleIds.entries())
      pair(who, aboutPiece(unknown, NOBODY), aboutPiece(id, studio.slugs[i] ?? ''))
  await someAtOnce(pairs, async ([who, nothing, hidden]) =>
    expect.soft(await tellsApart(who, nothing, hidden)).toEqual([]),
  )
  for (const form of aboutComment(open.piece.slug, unknown))
    expect((await snapshot(anonymous, form.path, { form: form.body })).status).toBeGreaterThanOrEqual(400)
})

test('the canary test can fail: an approved token is found', async ({ server, stet }) => {
  const piece = await aPiece(stet, { title: 'A piece with a loud comment' })
  await aComment(stet, { under: piece.slug, body: CANARY.waiting, then: 'approve' })
  const { bytes } = await snapshot(persona(server.url), piece.path)
  expect(leaksIn(bytes, Object.values(CANARY), piece.path)).toEqual([CANARY.waiting])
})
