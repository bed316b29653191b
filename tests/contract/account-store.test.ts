import { expect, it } from 'vitest'
import { type World, onEveryBackend } from './support/backends'
import { aSubmission, aUser, audit, storePiece, storeUser } from './support/rows'

const DAY = 86_400_000

const aSession = (world: World, userId: string) => ({
  id: world.ids.random(),
  userId,
  createdAt: world.clock.now(),
  lastSeenAt: world.clock.now(),
  expiresAt: world.clock.now() + DAY,
  revokedAt: null,
  confirmedAt: null,
  userAgent: 'Firefox',
})

const storeSession = async (world: World, userId: string) => {
  const session = aSession(world, userId)
  await world.accountStore.insertSession(session)
  return session
}

onEveryBackend('AccountStore', (world) => {
  const store = () => world().accountStore

  it('makes one owner of fifty racing claims', async () => {
    expect(await store().isInstalled()).toBe(false)
    const owners = Array.from({ length: 50 }, () => aUser(world(), { role: 'owner' }))
    const outcomes = await Promise.all(
      owners.map((owner) => store().claim(owner, `By ${owner.name}`, { audit, effects: [] })),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    const winner = owners[outcomes.indexOf(true)]
    expect(await store().isInstalled()).toBe(true)
    expect(await store().listStaff()).toEqual([winner])
    const { settings, version } = await world().settingsStore.read()
    expect([settings.name, version]).toEqual([`By ${winner?.name}`, 1])
    expect(await store().claim(aUser(world()), 'Again', { audit, effects: [] })).toBe(false)
  })

  it('finds a person by id and by normalised address', async () => {
    const user = await storeUser(world(), { passwordHash: 'phc', bio: 'Writes.', disabledAt: 7 })
    expect(await store().findUser(user.id)).toEqual(user)
    expect(await store().findUserByEmailKey(user.emailKey)).toEqual(user)
    expect(await store().findUser(world().ids.random())).toBeNull()
    expect(await store().findUserByEmailKey('nobody@example.org')).toBeNull()
  })

  it('refuses a second account for one address', async () => {
    const first = await storeUser(world())
    const second = aUser(world(), { emailKey: first.emailKey })
    expect(await store().insertUser(second, audit)).toBe('email-taken')
    expect(await store().findUser(second.id)).toBeNull()
    const racing = Array.from({ length: 10 }, () => aUser(world(), { emailKey: 'wanted@example.org' }))
    const outcomes = await Promise.all(racing.map((user) => store().insertUser(user, audit)))
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
  })

  it('gives people of one name addresses of their own', async () => {
    const users = Array.from({ length: 6 }, () => aUser(world(), { slug: 'ada' }))
    const outcomes = await Promise.all(users.map((user) => store().insertUser(user, audit)))
    expect(outcomes).toEqual(users.map(() => 'stored'))
    const slugs = await Promise.all(users.map(async ({ id }) => (await store().findUser(id))?.slug))
    expect(slugs.sort()).toEqual(['ada', 'ada-2', 'ada-3', 'ada-4', 'ada-5', 'ada-6'])
  })

  it('ends every session of somebody whose role, password or access changes', async () => {
    const user = await storeUser(world(), { role: 'writer' })
    const other = await storeUser(world())
    const session = await storeSession(world(), user.id)
    const others = await storeSession(world(), other.id)
    expect(await store().changeUser(user.id, { role: 'editor', passwordHash: undefined }, audit)).toBe(true)
    expect(await store().findUser(user.id)).toEqual({ ...user, role: 'editor' })
    expect((await store().findSession(session.id))?.session.revokedAt).toBe(world().clock.now())
    expect((await store().findSession(others.id))?.session).toEqual(others)
    expect(await store().changeUser(world().ids.random(), { role: 'owner' }, audit)).toBe(false)
  })

  it('lists staff by name, without members, and knows the names nobody else may carry', async () => {
    for (const [name, role] of [
      ['b', 'writer'],
      ['C', 'owner'],
      ['a', 'moderator'],
      ['d', 'member'],
    ] as const) {
      await storeUser(world(), { name, nameKey: `key of ${name}`, role })
    }
    expect((await store().listStaff()).map(({ name }) => name)).toEqual(['C', 'a', 'b'])
    const known = ['key of C', 'key of a', 'key of b', 'key of d', 'key of']
    const taken = await Promise.all(known.map((nameKey) => store().isStaffName(nameKey)))
    expect(taken).toEqual([true, true, true, false, false])
  })

  it('keeps, touches and ends sessions', async () => {
    const user = await storeUser(world())
    const [first, second, third] = [
      await storeSession(world(), user.id),
      await storeSession(world(), user.id),
      await storeSession(world(), user.id),
    ]
    const now = world().clock.now()
    expect(await store().findSession(first.id)).toEqual({ session: first, user })
    await store().touchSession(first.id, now + 5, now + DAY + 5)
    await store().revokeSession(second.id, now + 6)
    await store().touchSession(second.id, now + 7, now + 7)
    expect((await store().findSession(second.id))?.session).toEqual({ ...second, revokedAt: now + 6 })
    expect((await store().listSessions(user.id, now)).map(({ id }) => id)).toEqual([first.id, third.id])
    expect(await store().listSessions(user.id, now + DAY)).toMatchObject([
      { id: first.id, lastSeenAt: now + 5 },
    ])
    expect(await store().revokeSessions(user.id, now + 8)).toBe(2)
    expect(await store().revokeSessions(user.id, now + 9)).toBe(0)
    expect((await store().findSession(second.id))?.session.revokedAt).toBe(now + 6)
    expect(await store().findSession(world().ids.random())).toBeNull()
  })

  it('ends the sessions of everybody at once, with a line in the log', async () => {
    const now = world().clock.now()
    const users = [await storeUser(world()), await storeUser(world())]
    await store().revokeEverySession(now, audit)
    const open = users.map((user) => aSession(world(), user.id))
    for (const session of open) await store().insertSession(session)
    await store().revokeSession(open[0]?.id ?? '', now + 1)
    await store().insertSession(aSession(world(), users[0]?.id ?? ''))
    expect(await store().revokeEverySession(now + 2, audit)).toBe(2)
    for (const { id } of users) expect(await store().listSessions(id, now + 3)).toEqual([])
    expect((await store().findSession(open[0]?.id ?? ''))?.session.revokedAt).toBe(now + 1)
    expect(await store().revokeEverySession(now + 4, audit)).toBe(0)
  })

  it('finds a guest by the hash of their key', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId })
    await world().commentStore.insert(submission)
    expect(await store().findGuestByKeyHash(submission.guest?.keyHash ?? '')).toEqual(submission.guest)
    expect(await store().findGuestByKeyHash('unknown')).toBeNull()
  })
})
