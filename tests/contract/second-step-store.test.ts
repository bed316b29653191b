import { expect, it } from 'vitest'
import type { AuditEntry } from '../../lib/kernel/audit'
import { onEveryBackend } from './support/backends'
import { storeUser } from './support/rows'

onEveryBackend('SecondStepStore', (world) => {
  const now = () => world().clock.now()
  const somebody = async () => {
    const { id } = await storeUser(world())
    const audit: AuditEntry = {
      actor: { kind: 'system' },
      action: 'add.second-step',
      subject: `user:${id}`,
      detail: {},
    }
    return { id, audit }
  }
  const begin = (userId: string, sealed: string) =>
    world().secondStepStore.begin({ userId, sealed, begunBy: 'here', createdAt: now() })
  const confirmed = async (codes: readonly string[] = ['a', 'b']) => {
    const one = await somebody()
    const hashes = codes.map((code) => `${one.id}${code}`)
    await begin(one.id, 'sealed')
    const proof = { step: 100, codes: hashes, at: now(), here: '' }
    expect(
      await world().secondStepStore.confirm({ userId: one.id, sealed: 'sealed' }, proof, one.audit),
    ).toBe(true)
    return { ...one, hashes }
  }
  const openSession = async (userId: string): Promise<string> => {
    const id = world().ids.random()
    await world().accountStore.insertSession({
      ...{ id, userId, createdAt: now(), lastSeenAt: now(), expiresAt: now() + 1_000 },
      ...{ revokedAt: null, confirmedAt: null, userAgent: '' },
    })
    return id
  }
  const isOver = async (sessionId: string) =>
    (await world().accountStore.findSession(sessionId))?.session.revokedAt !== null

  it('is asked for once it is confirmed, and every other session ends then', async () => {
    const { id, audit } = await somebody()
    const session = await openSession(id)
    const { secondStepStore } = world()
    expect(await secondStepStore.find(id)).toBeNull()
    expect(await begin(id, 'first')).toBe(true)
    expect(await begin(id, 'second')).toBe(true)
    expect(await secondStepStore.useStep(id, 5)).toBe(false)
    const here = await openSession(id)
    const proof = { step: 7, codes: [`${id}x`], at: now(), here }
    // The first one was begun anew: its app has nothing of use.
    expect(await secondStepStore.confirm({ userId: id, sealed: 'first' }, proof, audit)).toBe(false)
    expect(await isOver(session)).toBe(false)
    expect(await secondStepStore.confirm({ userId: id, sealed: 'second' }, proof, audit)).toBe(true)
    expect([await isOver(session), await isOver(here)]).toEqual([true, false])
    expect(await secondStepStore.find(id)).toEqual({
      ...{ userId: id, sealed: 'second', createdAt: now(), begunBy: 'here', confirmedAt: now() },
    })
    expect(await begin(id, 'third')).toBe(false)
    expect(await secondStepStore.confirm({ userId: id, sealed: 'second' }, proof, audit)).toBe(false)
    // The code that proved it is used.
    expect(await secondStepStore.useStep(id, 7)).toBe(false)
  })

  it('uses each half minute once, however many try at once, and none from before', async () => {
    const { id } = await confirmed()
    const { secondStepStore } = world()
    const tries = await Promise.all(Array.from({ length: 10 }, () => secondStepStore.useStep(id, 101)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await secondStepStore.useStep(id, 100)).toBe(false)
    expect(await secondStepStore.useStep(id, 102)).toBe(true)
    expect(await secondStepStore.useStep((await somebody()).id, 102)).toBe(false)
  })

  it('opens once with each recovery code, for its owner alone', async () => {
    const { id, audit, hashes } = await confirmed()
    const other = await confirmed()
    const { secondStepStore } = world()
    const [first = '', second = ''] = hashes
    expect(await secondStepStore.recoveryCodesLeft(id)).toBe(2)
    expect(await secondStepStore.useRecoveryCode(other.id, first, now(), audit)).toBe(false)
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => secondStepStore.useRecoveryCode(id, first, now(), audit)),
    )
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await secondStepStore.recoveryCodesLeft(id)).toBe(1)
    expect(await secondStepStore.useRecoveryCode(id, second, now(), audit)).toBe(true)
    expect(await secondStepStore.recoveryCodesLeft(other.id)).toBe(2)
  })

  it('opens once with each ticket, however many try at once, and forgets it when it is over', async () => {
    const { secondStepStore, ids } = world()
    const use = (hash: string, at = now()) =>
      secondStepStore.useTicket({ id: ids.random(), hash, at, until: at + 1_000 })
    const [hash, other] = [ids.random(), ids.random()]
    const tries = await Promise.all(Array.from({ length: 10 }, () => use(hash)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await use(other)).toBe(true)
    expect(await use(hash, now() + 999)).toBe(false)
  })

  it('goes with everything that belongs to it, and every session ends', async () => {
    const { id, audit, hashes } = await confirmed()
    const session = await openSession(id)
    const { secondStepStore } = world()
    expect(await secondStepStore.remove(id, now(), audit)).toBe(true)
    expect(await secondStepStore.find(id)).toBeNull()
    expect(await secondStepStore.useRecoveryCode(id, hashes[0] ?? '', now(), audit)).toBe(false)
    expect(await isOver(session)).toBe(true)
    expect(await secondStepStore.remove(id, now(), audit)).toBe(false)
  })
})
