import { describe, expect, test } from 'vitest'
import { ANONYMOUS, type Actor, type Role, SYSTEM } from '../../../lib/kernel/actor'
import type { ErrorCode } from '../../../lib/kernel/domain-error'
import type { Result } from '../../../lib/kernel/result'
import { somebodyHere } from '../../support/people'
import { TEXT, studio } from './studio'

type House = Awaited<ReturnType<typeof studio>>
type Attempt = (house: House, actor: Actor, articleId: string, version: number) => Promise<Result<unknown>>

const ATTEMPTS = {
  create: ({ stet }, actor) => stet.articles.create(actor, {}),
  list: ({ stet }, actor) => stet.articles.list(actor, {}),
  preview: ({ stet }, actor) => stet.articles.preview(actor, { text: 'a' }),
  open: ({ stet }, actor, articleId) => stet.articles.open(actor, { articleId }),
  save: ({ stet }, actor, articleId, version) =>
    stet.articles.save(actor, { articleId, version, title: 'T', text: 'New' }),
  publish: ({ stet }, actor, articleId, version) => stet.articles.publish(actor, { articleId, version }),
  unpublish: ({ stet }, actor, articleId, version) =>
    stet.articles.changeStatus(actor, { articleId, version, move: 'unpublish' }),
  trash: ({ stet }, actor, articleId, version) =>
    stet.articles.changeStatus(actor, { articleId, version, move: 'trash' }),
  restore: ({ stet }, actor, articleId, version) =>
    stet.articles.changeStatus(actor, { articleId, version, move: 'restore' }),
} as const satisfies Record<string, Attempt>
type Verb = keyof typeof ATTEMPTS

const VERBS = Object.keys(ATTEMPTS) as Verb[]
const NOTHING: readonly Verb[] = []
const EVERYTHING = VERBS

/** What each may do to a public piece of their own (the writer's) and of somebody else's; the rest is refused. */
const MAY: Readonly<Record<string, { readonly own: readonly Verb[]; readonly other: readonly Verb[] }>> = {
  owner: { own: EVERYTHING, other: EVERYTHING },
  editor: { own: EVERYTHING, other: EVERYTHING },
  writer: {
    own: ['create', 'list', 'preview', 'open', 'save', 'restore'],
    other: ['create', 'list', 'preview'],
  },
  moderator: { own: NOTHING, other: NOTHING },
  member: { own: NOTHING, other: NOTHING },
  guest: { own: NOTHING, other: NOTHING },
  anonymous: { own: NOTHING, other: NOTHING },
}

const actorFor = async (house: House, who: string): Promise<Actor> => {
  if (who === 'anonymous') return ANONYMOUS
  if (who === 'guest') return { kind: 'guest', guestId: 'g' }
  if (who === 'owner' || who === 'editor' || who === 'writer') return house[who]
  return somebodyHere(house.ports, who as Role)
}

/** Policy before machine: who may not is told so whatever the state is, and nothing is written. */
const refusedAs = (actor: Actor): ErrorCode => (actor.kind === 'user' ? 'forbidden' : 'unauthenticated')

describe.each(Object.entries(MAY))('%s', (who, { own, other }) => {
  test.each([
    ['their own', own],
    ['somebody else’s', other],
  ] as const)('on %s public piece', async (whose, allowed) => {
    for (const verb of VERBS) {
      const house = await studio()
      const actor = await actorFor(house, who)
      const by = whose === 'their own' ? house.writer : house.owner
      const articleId = await house.start(by)
      await house.save(articleId, { title: 'Ropes', text: TEXT }, by)
      await house.publish(articleId)
      const { version } = await house.open(articleId)
      const before = house.ports.tables.audit.length
      const result = await ATTEMPTS[verb](house, actor, articleId, version)
      const code = result.ok ? 'ok' : result.error.code
      // `restore` of a public piece is allowed by the policy and refused by the machine.
      const expected = verb === 'restore' ? 'conflict' : 'ok'
      const onlyTrash = verb === 'restore' && who === 'writer'
      expect(code, verb).toBe(allowed.includes(verb) && !onlyTrash ? expected : refusedAs(actor))
      if (code !== 'ok') expect(house.ports.tables.audit.length, verb).toBe(before)
    }
  })
})

describe('a writer', () => {
  test('puts own drafts in the trash and takes them out again, but not pieces they are only named on', async () => {
    const { ports, start, save, move, writer, editor } = await studio()
    const own = await start()
    await save(own, { title: 'Ropes' })
    expect((await move(own, 'trash', writer)).ok).toBe(true)
    expect((await move(own, 'restore', writer)).ok).toBe(true)
    const shared = await start(editor)
    ports.tables.bylines.set(shared, [writer.userId])
    expect((await save(shared, { title: 'Ours' }, writer)).ok).toBe(true)
    expect(await move(shared, 'trash', writer)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('sees buttons for what would succeed, and no other', async () => {
    const { start, open, publicPiece, writer, editor } = await studio()
    const none = {
      ...{ submit: false, return: false, schedule: false, unschedule: false },
      save: false,
      publish: false,
      update: false,
      unpublish: false,
      trash: false,
      restore: false,
    }
    expect((await open(await start(), writer)).abilities).toEqual({
      ...none,
      ...{ save: true, submit: true, trash: true },
    })
    const live = await publicPiece()
    expect((await open(live, writer)).abilities).toEqual({ ...none, save: true })
    expect((await open(live, editor)).abilities).toEqual({
      ...none,
      ...{ save: true, update: true, unpublish: true, trash: true },
    })
  })
})

describe('what does not exist', () => {
  test('is not found, for those who may look', async () => {
    const house = await studio()
    const unknown = '0'.repeat(26)
    for (const verb of ['open', 'save', 'publish', 'unpublish', 'trash', 'restore'] as const) {
      expect(await ATTEMPTS[verb](house, house.owner, unknown, 1)).toMatchObject({
        error: { code: 'not-found' },
      })
      expect(await ATTEMPTS[verb](house, ANONYMOUS, unknown, 1)).toMatchObject({
        error: { code: 'unauthenticated' },
      })
    }
    expect(await house.stet.articles.create(SYSTEM, {})).toMatchObject({ ok: false })
  })
})
