import { expect, it } from 'vitest'
import type { Passkey } from '../../lib/accounts/passkeys/passkey-store'
import type { AuditEntry } from '../../lib/kernel/audit'
import { onEveryBackend } from './support/backends'
import { storeUser } from './support/rows'

onEveryBackend('PasskeyStore', (world) => {
  const now = () => world().clock.now()
  const auditOf = (id: string): AuditEntry => ({
    ...{ actor: { kind: 'system' }, action: 'add.passkey', subject: `user:${id}`, detail: {} },
  })
  const passkeyOf = (userId: string, change: Partial<Passkey> = {}): Passkey => ({
    ...{ id: world().ids.random(), credentialId: world().ids.random(), userId, name: 'Laptop' },
    ...{ publicKey: 'cose', counter: 0, transports: ['internal', 'hybrid'], isBackedUp: true },
    ...{ createdAt: now(), lastUsedAt: null, ...change },
  })
  const stored = async (userId: string, change: Partial<Passkey> = {}): Promise<Passkey> => {
    const passkey = passkeyOf(userId, change)
    expect(await world().passkeyStore.add(passkey, 20, auditOf(userId))).toBe(true)
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
    expect(await passkeyStore.add(taken, 20, auditOf(other))).toBe(false)
    expect(await passkeyStore.find(first.credentialId)).toEqual(first)
    expect(await passkeyStore.add(passkeyOf(id), 2, auditOf(id))).toBe(false)
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
    const { passkeyStore, accountStore, ids } = world()
    const [{ id }, { id: other }] = [await storeUser(world()), await storeUser(world())]
    const passkey = await stored(id)
    const open = async (userId: string): Promise<string> => {
      const session = ids.random()
      await accountStore.insertSession({
        ...{ id: session, userId, createdAt: now(), lastSeenAt: now(), expiresAt: now() + 1_000 },
        ...{ revokedAt: null, confirmedAt: null, userAgent: '' },
      })
      return session
    }
    const [here, there, theirs] = [await open(id), await open(id), await open(other)]
    const when = { at: now(), here }
    expect(await passkeyStore.remove({ id: passkey.id, userId: other }, when, auditOf(other))).toBe(false)
    expect(await passkeyStore.remove({ id: passkey.id, userId: id }, when, auditOf(id))).toBe(true)
    expect(await passkeyStore.remove({ id: passkey.id, userId: id }, when, auditOf(id))).toBe(false)
    expect(await passkeyStore.find(passkey.credentialId)).toBeNull()
    const over = async (session: string) =>
      (await accountStore.findSession(session))?.session.revokedAt !== null
    expect([await over(here), await over(there), await over(theirs)]).toEqual([false, true, false])
  })

  it('takes the answer to a question once, and not when it is over', async () => {
    const { passkeyStore, ids } = world()
    const put = async (until: number, at = now()): Promise<string> => {
      const hash = ids.random()
      await passkeyStore.putQuestion({ id: ids.random(), hash, at, until })
      return hash
    }
    const hash = await put(now() + 100)
    const tries = await Promise.all(Array.from({ length: 8 }, () => passkeyStore.takeQuestion(hash, now())))
    expect(tries.filter(Boolean)).toHaveLength(1)
    const late = await put(now() + 100)
    expect(await passkeyStore.takeQuestion(late, now() + 100)).toBe(false)
    expect(await passkeyStore.takeQuestion('nothing', now())).toBe(false)
  })
})
