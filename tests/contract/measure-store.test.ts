import { expect, it } from 'vitest'
import type { Measure } from '../../lib/accounts/measure'
import { onEveryBackend } from './support/backends'
import { audit, storeUser } from './support/rows'

onEveryBackend('MeasureStore', (world) => {
  const aMeasure = (given: Partial<Measure> = {}): Measure => ({
    id: world().ids.random(),
    actId: 'act',
    kind: 'ban',
    targetKind: 'guest',
    targetKey: 'guest:g',
    personKey: 'guest:g',
    reason: 'Zoë, again 🐦',
    note: 'Third time.',
    createdBy: 'ada',
    createdAt: world().clock.now(),
    expiresAt: null,
    liftedAt: null,
    liftedBy: null,
    readAt: null,
    ...given,
  })
  const take = (measures: readonly Measure[], signsOut: string | null = null) =>
    world().measureStore.take({ measures, signsOut, audit })

  it('finds what stands against any of the targets, word for word, and nothing else', async () => {
    const { measureStore, clock } = world()
    const ban = aMeasure()
    const other = aMeasure({ targetKind: 'address', targetKey: 'address:a' })
    const over = aMeasure({ expiresAt: clock.now() + 5 })
    await take([ban, other, over])
    clock.advance(5)
    expect(await measureStore.standing(['guest:g', 'guest:h'], clock.now())).toEqual([ban])
    expect(await measureStore.standing(['address:a'], clock.now())).toEqual([other])
    expect(await measureStore.standing(['user:g'], clock.now())).toEqual([])
    expect((await measureStore.standing(['guest:g'], clock.now() - 1)).map(({ id }) => id).sort()).toEqual(
      [ban.id, over.id].sort(),
    )
    expect(await measureStore.about('guest:g')).toHaveLength(3)
    expect(await measureStore.about('guest:h')).toEqual([])
  })

  it('lifts all of an act, once, and keeps who did it', async () => {
    const { measureStore, clock } = world()
    await take([aMeasure(), aMeasure({ targetKey: 'mail:m', targetKind: 'mail' })])
    await take([aMeasure({ actId: 'another' })])
    const at = clock.now() + 9
    const lifts = await Promise.all([1, 2, 3].map(() => measureStore.lift('act', 'ben', at, audit)))
    expect(lifts.filter(Boolean)).toHaveLength(1)
    expect(await measureStore.lift('no-act', 'ben', at, audit)).toBe(false)
    expect((await measureStore.act('act')).map(({ liftedAt, liftedBy }) => [liftedAt, liftedBy])).toEqual([
      [at, 'ben'],
      [at, 'ben'],
    ])
    expect(await measureStore.standing(['guest:g', 'mail:m'], at)).toHaveLength(1)
  })

  it('ends every session of a banned account in the same transaction', async () => {
    const { accountStore, clock, ids } = world()
    const [member, other] = [await storeUser(world(), { role: 'member' }), await storeUser(world())]
    const session = (userId: string) => ({
      ...{ id: ids.random(), userId, createdAt: 1, lastSeenAt: 1, expiresAt: clock.now() + 1_000 },
      ...{ revokedAt: null, confirmedAt: null, userAgent: '' },
    })
    const [theirs, others] = [session(member.id), session(other.id)]
    for (const one of [theirs, others]) await accountStore.insertSession(one)
    await take([aMeasure({ targetKey: `user:${member.id}`, targetKind: 'user' })], member.id)
    expect((await accountStore.findSession(theirs.id))?.session.revokedAt).toBe(clock.now())
    expect((await accountStore.findSession(others.id))?.session.revokedAt).toBeNull()
  })

  it('remembers that warnings were read, of one person only', async () => {
    const { measureStore } = world()
    await take([aMeasure({ kind: 'warn' }), aMeasure({ kind: 'ban' })])
    await take([aMeasure({ kind: 'warn', targetKey: 'guest:h', personKey: 'guest:h' })])
    expect(await measureStore.markRead('guest:g', 7)).toBe(1)
    expect(await measureStore.markRead('guest:g', 8)).toBe(0)
    const read = (await measureStore.about('guest:g')).map(({ kind, readAt }) => `${kind} ${readAt}`)
    expect(read.sort()).toEqual(['ban null', 'warn 7'])
    expect((await measureStore.about('guest:h'))[0]?.readAt).toBeNull()
  })

  it('keeps what an act decided', async () => {
    const { measureStore } = world()
    await measureStore.keepDecision('act', 'b')
    await measureStore.keepDecision('act', 'a')
    await measureStore.keepDecision('other', 'c')
    expect(await measureStore.decisionsOf('act')).toEqual(['a', 'b'])
    expect(await measureStore.decisionsOf('none')).toEqual([])
  })
})

onEveryBackend('AddressSalts', (world) => {
  it('gives a period one salt, whoever asks first, and knows the two before it', async () => {
    const { addressSalts } = world()
    let made = 0
    const fresh = () => `salt ${(made += 1)}`
    const asked = await Promise.all([1, 2, 3].map(() => addressSalts.live(700, fresh)))
    expect(new Set(asked.flat()).size).toBe(1)
    const first = asked[0]?.[0]
    const second = await addressSalts.live(701, fresh)
    expect(second).toHaveLength(2)
    expect(second[1]).toBe(first)
    const third = await addressSalts.live(702, fresh)
    expect(third.slice(1)).toEqual(second)
    const fourth = await addressSalts.live(703, fresh)
    expect(fourth).toHaveLength(3)
    expect(fourth).not.toContain(first)
  })
})
