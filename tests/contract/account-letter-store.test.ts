import { expect, it } from 'vitest'
import type { AccountNews } from '../../lib/accounts/account-news'
import { onEveryBackend } from './support/backends'
import { storeUser } from './support/rows'

onEveryBackend('AccountLetterStore', (world) => {
  /** A passkey that is added or refused, and with it the letter about it. */
  const written = async (userId: string, what: AccountNews = 'add.passkey', here?: string) => {
    const { passkeyStore, accountStore, ids, clock } = world()
    const at = clock.now()
    const session = ids.random()
    await accountStore.insertSession({
      ...{ id: session, userId, createdAt: at, lastSeenAt: at, expiresAt: at + 1_000 },
      ...{ revokedAt: null, confirmedAt: null, userAgent: '' },
    })
    return passkeyStore.add(
      {
        ...{ id: ids.random(), credentialId: ids.random(), userId, name: '', publicKey: 'cose', counter: 0 },
        ...{ transports: [], isBackedUp: false, createdAt: at, lastUsedAt: null },
      },
      { most: 20, here: here ?? session },
      {
        audit: { actor: { kind: 'system' }, action: what, subject: `user:${userId}`, detail: {} },
        letter: { userId, what },
      },
    )
  }

  it('waits from the change that causes it on, and not for one that was refused', async () => {
    const { accountLetterStore, clock } = world()
    const { id: userId } = await storeUser(world())
    expect(await written(userId, 'add.passkey', 'no session')).toBe(false)
    expect(await accountLetterStore.lease(clock.now(), 100)).toBeNull()
    const createdAt = clock.now()
    expect(await written(userId)).toBe(true)
    expect(await accountLetterStore.lease(createdAt - 1, 100)).toBeNull()
    const leased = await Promise.all([1, 2, 3].map(() => accountLetterStore.lease(createdAt, 100)))
    const [due] = leased.filter((one) => one !== null)
    expect(leased.filter(Boolean)).toEqual([
      { ...{ id: due?.id, userId, what: 'add.passkey' }, createdAt, attempts: 1 },
    ])
    await accountLetterStore.done(due?.id ?? '')
  })

  it('is let go of when its lease runs out, waits where it is put off, and is forgotten once it is done', async () => {
    const { accountLetterStore, clock } = world()
    const { id: userId } = await storeUser(world())
    await written(userId, 'remove.passkey')
    const now = clock.now()
    const first = await accountLetterStore.lease(now, 100)
    expect(await accountLetterStore.lease(now + 99, 100)).toBeNull()
    expect(await accountLetterStore.lease(now + 100, 100)).toEqual({ ...first, attempts: 2 })
    const id = first?.id ?? ''
    await accountLetterStore.postpone(id, now + 5_000)
    expect(await accountLetterStore.lease(now + 4_999, 100)).toBeNull()
    expect(await accountLetterStore.lease(now + 5_000, 100)).toMatchObject({
      ...{ id, what: 'remove.passkey', attempts: 3 },
    })
    await accountLetterStore.done(id)
    expect(await accountLetterStore.lease(now + 50_000, 100)).toBeNull()
  })
})
