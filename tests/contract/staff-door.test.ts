import { expect, it } from 'vitest'
import type { Invitation } from '../../lib/accounts/staff-door'
import { onEveryBackend } from './support/backends'
import { aUser, audit, storeUser } from './support/rows'

onEveryBackend('StaffDoor', (world) => {
  const door = () => world().staffDoor
  const invite = async (given: Partial<Invitation> = {}): Promise<Invitation> => {
    const { ids } = world()
    const invitation: Invitation = {
      ...{ id: ids.random(), hash: ids.random(), role: 'editor', label: 'Edda', createdAt: 5, expiresAt: 50 },
      ...given,
    }
    await door().invite(invitation, audit)
    return invitation
  }

  it('finds an invitation by the hash of its secret while it opens', async () => {
    const [one, two] = [await invite(), await invite({ createdAt: 6, expiresAt: 60 })]
    expect(await door().invitation(one.hash, 49)).toEqual(one)
    expect(await door().invitation(one.hash, 50)).toBeNull()
    expect(await door().invitation('unknown', 49)).toBeNull()
    expect((await door().invitations(49)).map(({ id }) => id)).toEqual([two.id, one.id])
    expect(await door().takeBack(one.id, 49, audit)).toBe(true)
    expect(await door().takeBack(one.id, 49, audit)).toBe(false)
    expect((await door().invitations(49)).map(({ id }) => id)).toEqual([two.id])
  })

  it('lets one of many in who come with one invitation', async () => {
    const invitation = await invite()
    const comers = Array.from({ length: 10 }, () => aUser(world(), { role: 'editor' }))
    const outcomes = await Promise.all(comers.map((user) => door().join(invitation, user, 10, audit)))
    expect(outcomes.filter((outcome) => outcome === 'joined')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'over')).toHaveLength(9)
    const there = await Promise.all(comers.map(({ id }) => world().accountStore.findUser(id)))
    expect(there.filter((user) => user !== null)).toHaveLength(1)
  })

  it('keeps the invitation open when the address is taken, and none that is over', async () => {
    const known = await storeUser(world())
    const invitation = await invite()
    const twin = aUser(world(), { emailKey: known.emailKey, email: known.email })
    expect(await door().join(invitation, twin, 10, audit)).toBe('email-taken')
    expect(await door().join(invitation, aUser(world()), 50, audit)).toBe('over')
    expect(await door().join(invitation, aUser(world()), 10, audit)).toBe('joined')
  })

  it('changes roles, and never lets the last owner go, not even two who leave at once', async () => {
    const [ada, ben] = [
      await storeUser(world(), { role: 'owner' }),
      await storeUser(world(), { role: 'owner' }),
    ]
    const both = await Promise.all([
      door().change(ada.id, { role: 'editor' }, audit),
      door().change(ben.id, { disabledAt: 9 }, audit),
    ])
    expect([...both].sort()).toEqual(['changed', 'last-owner'])
    expect(await door().change('nobody', { role: 'editor' }, audit)).toBe('unknown')
    const edda = await storeUser(world(), { role: 'writer' })
    expect(await door().change(edda.id, { disabledAt: 9 }, audit)).toBe('changed')
    expect((await world().accountStore.findUser(edda.id))?.disabledAt).toBe(9)
    expect(await door().change(edda.id, { disabledAt: null, role: 'editor' }, audit)).toBe('changed')
    expect(await world().accountStore.findUser(edda.id)).toMatchObject({ disabledAt: null, role: 'editor' })
  })
})
