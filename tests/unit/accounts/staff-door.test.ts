import { expect, test } from 'vitest'
import { compose } from '../../../lib/compose'
import { DAY } from '../../../lib/kernel/clock'
import { memoryPorts } from '../../support/memory/memory-ports'
import { HERE, refusal, somebodyHere, value } from '../../support/people'

const house = async () => {
  const ports = memoryPorts()
  const stet = compose(ports)
  const owner = await somebodyHere(ports, 'owner')
  const invite = async (role: 'writer' | 'editor' = 'editor') =>
    value(await stet.accounts.invite(owner, { role, label: 'Edda\u0000 of the Mail' })).path.replace(
      '/join?key=',
      '',
    )
  const join = (key: string, email = 'edda@example.org', name = 'Edda Wren') =>
    stet.accounts.join({ key, name, email, password: 'hemp and manila and silk' }, HERE)
  return { ports, stet, owner, invite, join }
}

test('somebody joins by a link, once, with the role that it gives', async () => {
  const { stet, owner, invite, join, ports } = await house()
  const key = await invite()
  expect(await stet.accounts.invitation({ key })).toEqual({ role: 'editor' })
  const { sessionId } = value(await join(key))
  expect(await stet.accounts.readSession(sessionId)).toMatchObject({ role: 'editor', name: 'Edda Wren' })
  expect(refusal(await join(key, 'other@example.org', 'Other')).code).toBe('not-found')
  expect(await stet.accounts.invitation({ key })).toBeNull()
  // The secret stands nowhere: not in the list, not in the log.
  const { staff, invitations } = value(await stet.accounts.staff(owner))
  expect(JSON.stringify([staff, invitations, ports.tables.audit])).not.toContain(key)
  expect(ports.tables.audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['invite.user', 'join.staff']),
  )
})

test('a link ends after seven days, and when it is taken back', async () => {
  const { stet, owner, invite, join, ports } = await house()
  const [one, two] = [await invite(), await invite()]
  const { invitations } = value(await stet.accounts.staff(owner))
  expect(invitations[0]?.label).toBe('Edda of the Mail')
  for (const { id } of invitations.slice(0, 1))
    value(await stet.accounts.takeBackInvitation(owner, { invitationId: id }))
  const open = [await stet.accounts.invitation({ key: one }), await stet.accounts.invitation({ key: two })]
  expect(open.filter((each) => each !== null)).toHaveLength(1)
  ports.clock.advance(7 * DAY)
  expect(refusal(await join(one)).code).toBe('not-found')
  expect(refusal(await join(two)).code).toBe('not-found')
})

test('a mistake keeps the link open: a taken address, a weak password, a name like a colleague’s', async () => {
  const { stet, invite, join } = await house()
  const key = await invite()
  expect(refusal(await join(key, 'owner@example.org')).fields).toHaveProperty('email')
  expect(refusal(await join(key, 'edda@example.org', 'The owner')).fields).toHaveProperty('name')
  const weak = { key, name: 'Edda', email: 'edda@example.org', password: 'short' }
  expect(refusal(await stet.accounts.join(weak, HERE)).fields).toHaveProperty('password')
  value(await join(key))
})

test('only the owner invites, changes roles and switches off; the last owner stays', async () => {
  const { stet, owner, invite, join, ports } = await house()
  const { sessionId, userId } = value(await join(await invite()))
  const edda = await stet.accounts.readSession(sessionId)
  if (!edda) throw new Error('Edda is signed in.')
  expect(refusal(await stet.accounts.invite(edda, { role: 'writer', label: '' })).code).toBe('forbidden')
  expect(refusal(await stet.accounts.takeBackInvitation(edda, { invitationId: userId })).code).toBe(
    'forbidden',
  )
  expect(refusal(await stet.accounts.changeStaff(edda, { userId, role: 'owner' })).code).toBe('forbidden')

  const itself = { userId: owner.userId }
  expect(refusal(await stet.accounts.changeStaff(owner, { ...itself, role: 'editor' })).code).toBe('conflict')
  expect(refusal(await stet.accounts.changeStaff(owner, { ...itself, account: 'off' })).code).toBe('conflict')
  // A change counts at once: the session ends.
  value(await stet.accounts.changeStaff(owner, { userId, role: 'owner' }))
  expect(await stet.accounts.readSession(sessionId)).toBeNull()
  value(await stet.accounts.changeStaff(owner, { ...itself, account: 'off' }))
  expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'change.user', detail: { account: 'off' } })
})
