import { beforeEach, describe, expect, test } from 'vitest'
import { createUser, createUserInput } from '../../../lib/accounts/create-user'
import { listStaff } from '../../../lib/accounts/list-staff'
import { ANONYMOUS, type Actor, SYSTEM } from '../../../lib/kernel/actor'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { PASSWORD, refusal, somebody, somebodyHere, value } from '../../support/people'

let ports: MemoryPorts
beforeEach(() => {
  ports = memoryPorts()
})

const grace = { email: 'grace@example.org', name: 'Grace', role: 'writer', password: PASSWORD } as const

describe('adding a person', () => {
  test('is for the owner and the command line', async () => {
    const owner = await somebodyHere(ports, 'owner')
    value(await createUser(ports, owner, grace))
    value(await createUser(ports, SYSTEM, { ...grace, email: 'g2@example.org', name: 'Hopper' }))
    expect(ports.tables.audit.at(-1)).toMatchObject({
      actor: SYSTEM,
      action: 'create.user',
      detail: { role: 'writer' },
    })
  })

  test('is refused to everybody else', async () => {
    const others: Actor[] = [ANONYMOUS, { kind: 'guest', guestId: 'g' }]
    for (const role of ['editor', 'writer', 'moderator', 'member'] as const)
      others.push(await somebodyHere(ports, role))
    const before = ports.tables.users.size
    for (const actor of others) {
      expect(refusal(await createUser(ports, actor, grace)).code).toBe('forbidden')
      expect(refusal(await listStaff(ports, actor)).code).toBe('forbidden')
    }
    expect(ports.tables.users.size).toBe(before)
  })

  test('refuses a second account of one address', async () => {
    value(await createUser(ports, SYSTEM, grace))
    const again = refusal(
      await createUser(ports, SYSTEM, { ...grace, name: 'Other', email: 'GRACE@example.org' }),
    )
    expect(again.code).toBe('conflict')
    expect(again.fields).toHaveProperty('email')
  })

  test('refuses a name that looks like one of the staff, not like a member', async () => {
    await somebody(ports, 'moderator', 'Ada Lovelace')
    await somebody(ports, 'member', 'Mary')
    expect(
      refusal(await createUser(ports, SYSTEM, { ...grace, name: 'Аdа L0velace' })).fields,
    ).toHaveProperty('name')
    value(await createUser(ports, SYSTEM, { ...grace, name: 'Mary' }))
  })

  test('numbers the address of a second author of one name', async () => {
    await somebody(ports, 'member', 'Mary')
    const { userId } = value(await createUser(ports, SYSTEM, { ...grace, name: 'Mary' }))
    expect(ports.tables.users.get(userId)?.slug).toBe('mary-2')
  })

  test('takes plain strings and known roles only', () => {
    expect(createUserInput.safeParse({ ...grace, role: 'admin' }).success).toBe(false)
    expect(createUserInput.safeParse({ ...grace, email: { not: 'x' } }).success).toBe(false)
    expect(createUserInput.safeParse({ ...grace, isOwner: true }).success).toBe(false)
  })
})

test('the list of staff leaves members and secrets out', async () => {
  const owner = await somebodyHere(ports, 'owner')
  await somebody(ports, 'member')
  await somebody(ports, 'editor', 'Anna')
  const { staff } = value(await listStaff(ports, owner))
  expect(staff.map(({ name, role }) => [name, role])).toEqual([
    ['Anna', 'editor'],
    ['The owner', 'owner'],
  ])
  expect(JSON.stringify(staff)).not.toContain('plain:')
})
