import { describe, expect, test } from 'vitest'
import { ANONYMOUS, type Actor, ROLES, type Role, SYSTEM } from '../../../lib/kernel/actor'
import {
  type Action,
  POLICY,
  type Subjects,
  abilities,
  can,
  carriesBadge,
  skipsTheQueue,
  visibleComments,
} from '../../../lib/policy/policy'

const user = (role: Role): Actor => ({ kind: 'user', userId: `u-${role}`, role, name: role, sessionId: 's' })

const ACTORS: Readonly<Record<string, Actor>> = {
  anonymous: ANONYMOUS,
  guest: { kind: 'guest', guestId: 'g' },
  ...Object.fromEntries(ROLES.map((role) => [role, user(role)])),
  system: SYSTEM,
}
type Who = 'anonymous' | 'guest' | Role | 'system'

const nobody: readonly Who[] = []
const signedIn: readonly Who[] = ['member', 'moderator', 'writer', 'editor', 'owner']
const everybody: readonly Who[] = ['anonymous', 'guest', ...signedIn, 'system']

/** Whose subject it is, seen from each actor: theirs, or a stranger's. */
interface Expected {
  readonly theirs: readonly Who[]
  readonly others: readonly Who[]
}
const whosever = (who: readonly Who[]): Expected => ({ theirs: who, others: who })

/** The whole policy, written down a second time by hand: who may, about their own and about others' subjects. */
const EXPECTED: Readonly<Record<Action, Expected>> = {
  'open.desk': whosever(['moderator', 'editor', 'owner', 'system']),
  'decide.comment': whosever(['moderator', 'editor', 'owner', 'system']),
  'submit.comment': whosever(everybody),
  'take.part': { theirs: everybody, others: nobody },
  'edit.comment': { theirs: ['guest', ...signedIn], others: nobody },
  'withdraw.comment': { theirs: ['guest', ...signedIn], others: nobody },
  'recommend.comment': { theirs: ['anonymous', 'system'], others: everybody },
  'report.comment': { theirs: ['anonymous', 'system'], others: everybody },
  'feature.comment': whosever(['moderator', 'editor', 'owner', 'system']),
  'take.measure': { theirs: ['moderator', 'editor', 'owner', 'system'], others: ['owner', 'system'] },
  'open.studio': whosever(['writer', 'editor', 'owner', 'system']),
  'create.article': whosever(['writer', 'editor', 'owner', 'system']),
  'create.page': whosever(['editor', 'owner', 'system']),
  'edit.article': { theirs: ['writer', 'editor', 'owner', 'system'], others: ['editor', 'owner', 'system'] },
  'publish.article': whosever(['editor', 'owner', 'system']),
  'unpublish.article': whosever(['editor', 'owner', 'system']),
  'trash.article': { theirs: ['writer', 'editor', 'owner', 'system'], others: ['editor', 'owner', 'system'] },
  'remove.media': whosever(['editor', 'owner', 'system']),
  'manage.redirects': whosever(['editor', 'owner', 'system']),
  'open.account': whosever(signedIn),
  'use.second-step': whosever(['moderator', 'writer', 'editor', 'owner']),
  'use.passkeys': whosever(['moderator', 'writer', 'editor', 'owner']),
  'manage.settings': whosever(['owner', 'system']),
  'manage.users': whosever(['owner', 'system']),
  'use.dangerZone': whosever(['owner', 'system']),
}

const ABOUT_A_COMMENT: ReadonlySet<Action> = new Set([
  'edit.comment',
  'withdraw.comment',
  'recommend.comment',
  'report.comment',
])

/** A comment or a piece that is the actor's own, or nobody's they know. */
const subjectOf = (action: Action, actor: Actor, own: boolean): Subjects[Action] => {
  if (action === 'take.part') return { barred: !own }
  // Their own readers, or a colleague.
  if (action === 'take.measure') return { role: own ? 'member' : 'writer' }
  const userId = own && actor.kind === 'user' ? actor.userId : 'u-stranger'
  if (ABOUT_A_COMMENT.has(action)) {
    if (own) return { guestId: actor.kind === 'guest' ? actor.guestId : null, userId }
    return { guestId: 'g-stranger', userId: null }
  }
  return action.endsWith('.article') && action !== 'create.article'
    ? { createdById: userId, bylineIds: [] }
    : null
}

/** The table is asked with subjects that fit; TypeScript cannot follow the loop. */
const ask = (actor: Actor, action: Action, subject: Subjects[Action]): boolean =>
  (POLICY[action] as (actor: Actor, subject: Subjects[Action]) => boolean)(actor, subject)

const matrix = (Object.keys(POLICY) as Action[]).flatMap((action) =>
  Object.entries(ACTORS).flatMap(([name, actor]) =>
    [true, false].map((own) => ({ action, name: name as Who, actor, own })),
  ),
)

describe('the policy table', () => {
  test.each(matrix)('$name · $action · own: $own', ({ action, name, actor, own }) => {
    const expected = EXPECTED[action][own ? 'theirs' : 'others'].includes(name)
    expect(ask(actor, action, subjectOf(action, actor, own))).toBe(expected)
  })

  test('lets a writer edit what they are named on, and trash only what they began', () => {
    const named = { createdById: 'u-stranger', bylineIds: ['u-other', 'u-writer'] }
    expect(can(user('writer'), 'edit.article', named)).toBe(true)
    expect(can(user('writer'), 'trash.article', named)).toBe(false)
  })

  test('does not take a guest for a user of the same id, nor nobody for the author of nothing', () => {
    const comment = { guestId: null, userId: 'g' }
    expect(can({ kind: 'guest', guestId: 'g' }, 'edit.comment', comment)).toBe(false)
    expect(can(user('member'), 'edit.comment', { guestId: 'u-member', userId: null })).toBe(false)
    expect(can(ANONYMOUS, 'edit.comment', { guestId: null, userId: null })).toBe(false)
  })

  test('lets nobody take a measure against the owner, and every moderator one against a guest', () => {
    for (const actor of Object.values(ACTORS)) {
      expect(can(actor, 'take.measure', { role: 'owner' })).toBe(false)
    }
    expect(can(user('moderator'), 'take.measure', { role: null })).toBe(true)
    expect(can(user('writer'), 'take.measure', { role: null })).toBe(false)
    expect(can(user('editor'), 'take.measure', { role: 'moderator' })).toBe(false)
  })

  test('lets nobody judge others whom a measure keeps from taking part, and leaves the rest of their work alone', () => {
    for (const role of ['editor', 'moderator'] as const) {
      const barred: Actor = { kind: 'user', userId: 'u', role, name: role, sessionId: 's', barred: true }
      for (const action of ['open.desk', 'decide.comment', 'feature.comment'] as const)
        expect(can(barred, action), `${role} ${action}`).toBe(false)
      expect(can(barred, 'take.measure', { role: null })).toBe(false)
      expect(can(barred, 'open.studio')).toBe(role === 'editor')
      expect(can(barred, 'open.account')).toBe(true)
      expect(visibleComments(barred)).toEqual({ kind: 'own', userId: 'u' })
      expect([skipsTheQueue(barred), carriesBadge(barred)]).toEqual([false, true])
    }
  })

  test('answers for buttons what it answers for guards', () => {
    const piece = { createdById: 'u-writer', bylineIds: [] }
    const asked = ['edit.article', 'publish.article', 'trash.article'] as const
    expect(abilities(user('writer'), asked, piece)).toEqual({
      'edit.article': true,
      'publish.article': false,
      'trash.article': true,
    })
  })
})

describe('what lists may hold', () => {
  const everything = { kind: 'all' }
  test.each([
    ['anonymous', { kind: 'public' }],
    ['guest', { kind: 'own', guestId: 'g' }],
    ['member', { kind: 'own', userId: 'u-member' }],
    ['writer', { kind: 'own', userId: 'u-writer' }],
    ['moderator', everything],
    ['editor', everything],
    ['owner', everything],
    ['system', everything],
  ] as const)('for %s', (name, filter) => {
    expect(visibleComments(ACTORS[name] ?? ANONYMOUS)).toEqual(filter)
  })
})

test('staff carry the badge; only those who decide skip the queue', () => {
  const having = (fact: (actor: Actor) => boolean) => ROLES.filter((role) => fact(user(role)))
  expect(having(carriesBadge)).toEqual(['owner', 'editor', 'writer', 'moderator'])
  expect(having(skipsTheQueue)).toEqual(['owner', 'editor', 'moderator'])
})
