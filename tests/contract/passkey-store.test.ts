import { expect, it } from 'vitest'
import type { AccountTraces } from '../../lib/accounts/account-traces'
import type { Passkey } from '../../lib/accounts/passkeys/passkey-store'
import { onEveryBackend } from './support/backends'
import { storeUser } from './support/rows'

onEveryBackend('PasskeyStore', (world) => {
  const now = () => world().clock.now()
  const tracesOf = (userId: string, letter: AccountTraces['letter'] = null): AccountTraces => ({
    audit: { actor: { kind: 'system' }, action: 'add.passkey', subject: `user:${userId}`, detail: {} },
    letter,
  })
  const passkeyOf = (userId: string, change: Partial<Passkey> = {}): Passkey => ({
    ...{ id: world().ids.random(), credentialId: world().ids.random(), userId, name: 'Laptop' },
    ...{ publicKey: 'cose', counter: 0, transports: ['internal', 'hybrid'], isBackedUp: true },
    ...{ createdAt: now(), lastUsedAt: null, ...change },
  })
  const open = async (userId: string): Promise<string> => {
    const { accountStore, ids } = world()
    const session = ids.random()
    await accountStore.insertSession({
      ...{ id: session, userId, createdAt: now(), lastSeenAt: now(), expiresAt: now() + 1_000 },
      ...{ revokedAt: null, confirmedAt: null, userAgent: '' },
    })
    return session
  }
  const add = async (passkey: Passkey, { most = 20, here = '' } = {}): Promise<boolean> =>
    world().passkeyStore.add(
      passkey,
      { most, here: here || (await open(passkey.userId)) },
      tracesOf(passkey.userId),
    )
  const stored = async (userId: string, change: Partial<Passkey> = {}): Promise<Passkey> => {
    const passkey = passkeyOf(userId, change)
    expect(await add(passkey)).toBe(true)
    return passkey
  }

  it('keeps what a device made, by the time it was made, and never a second one of that name', async () => {
    const { passkeyStore } = world()
    const { id } = await storeUser(world())
    const { id: other } = await storeUser(world())
    const second = await stored(id, {
      name: 'Second',
      createdAt: now() + 5,
      transports: [],
      isBackedUp: false,
    })
    const first = await stored(id, { name: 'First', counter: 4_000_000_000 })
    expect(await passkeyStore.list(id)).toEqual([first, second])
    expect(await passkeyStore.list(other)).toEqual([])
    expect(await passkeyStore.find(first.credentialId)).toEqual(first)
    expect(await passkeyStore.find('nothing')).toBeNull()
    const taken = passkeyOf(other, { credentialId: first.credentialId })
    expect(await add(taken)).toBe(false)
    expect(await passkeyStore.find(first.credentialId)).toEqual(first)
    expect(await add(passkeyOf(id), { most: 2 })).toBe(false)
  })

  it('is added from a session of its owner that goes on, and of many at once no more than there may be', async () => {
    const { passkeyStore, accountStore } = world()
    const [{ id }, { id: other }] = [await storeUser(world()), await storeUser(world())]
    const [here, theirs, ended] = [await open(id), await open(other), await open(id)]
    await accountStore.revokeSession(ended, now())
    for (const elsewhere of [theirs, ended, 'nothing'])
      expect(await add(passkeyOf(id), { here: elsewhere })).toBe(false)
    const tries = await Promise.all(Array.from({ length: 8 }, () => add(passkeyOf(id), { most: 3, here })))
    expect(tries.filter(Boolean)).toHaveLength(3)
    expect(await passkeyStore.list(id)).toHaveLength(3)
  })

  it('is used from the counter it was read with, by one of many at once', async () => {
    const { passkeyStore } = world()
    const { id } = await storeUser(world())
    const passkey = await stored(id)
    const used = { from: 0, counter: 7, isBackedUp: false, at: now() + 1 }
    const tries = await Promise.all(Array.from({ length: 8 }, () => passkeyStore.use(passkey.id, used)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await passkeyStore.find(passkey.credentialId)).toEqual({
      ...{ ...passkey, counter: 7, isBackedUp: false, lastUsedAt: now() + 1 },
    })
    expect(await passkeyStore.use('nothing', used)).toBe(false)
  })

  it('is removed by its owner, and every other session of theirs ends', async () => {
    const { passkeyStore, accountStore } = world()
    const [{ id }, { id: other }] = [
      await storeUser(world(), { passwordHash: 'hash' }),
      await storeUser(world()),
    ]
    const passkey = await stored(id)
    const [here, there, theirs] = [await open(id), await open(id), await open(other)]
    const when = { at: now(), here }
    const remove = (userId: string) => passkeyStore.remove({ id: passkey.id, userId }, when, tracesOf(userId))
    expect([await remove(other), await remove(id), await remove(id)]).toEqual(['gone', 'removed', 'gone'])
    expect(await passkeyStore.find(passkey.credentialId)).toBeNull()
    const over = async (session: string) =>
      (await accountStore.findSession(session))?.session.revokedAt !== null
    expect([await over(here), await over(there), await over(theirs)]).toEqual([false, true, false])
  })

  it('leaves one to whoever has no password, however many are removed at once', async () => {
    const { passkeyStore } = world()
    const { id } = await storeUser(world(), { passwordHash: null })
    const own = [await stored(id), await stored(id), await stored(id)]
    const when = { at: now(), here: await open(id) }
    const went = await Promise.all(
      own.map((one) => passkeyStore.remove({ id: one.id, userId: id }, when, tracesOf(id))),
    )
    expect(went.toSorted()).toEqual(['last', 'removed', 'removed'])
    expect(await passkeyStore.list(id)).toHaveLength(1)
  })

  it('takes the answer to a question once', async () => {
    const { passkeyStore, ids } = world()
    const hash = ids.random()
    const use = () => passkeyStore.useQuestion({ id: ids.random(), hash, at: now(), until: now() + 100 })
    const tries = await Promise.all(Array.from({ length: 8 }, use))
    expect(tries.filter(Boolean)).toHaveLength(1)
  })
})
