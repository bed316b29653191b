import { expect, test, vi } from 'vitest'
import { findGuest, newGuest } from '../../../lib/accounts/guests'
import { memoryPorts } from '../../support/memory/memory-ports'

test('a guest is found by the secret alone, of which only the hash is kept', async () => {
  const ports = memoryPorts()
  const { guest, secret } = newGuest(ports)
  ports.tables.guests.set(guest.id, guest)
  expect(await findGuest(ports, secret)).toEqual({ kind: 'guest', guestId: guest.id })
  expect(JSON.stringify(guest)).not.toContain(secret)
})

test('anything that is not a secret of ours finds nobody, without a look into the store', async () => {
  const ports = memoryPorts()
  const { guest, secret } = newGuest(ports)
  ports.tables.guests.set(guest.id, guest)
  expect(await findGuest(ports, newGuest(ports).secret)).toBeNull()
  const find = vi.spyOn(ports.accountStore, 'findGuestByKeyHash')
  for (const forged of ['', secret.slice(1), `${secret}x`, guest.id, guest.keyHash, `${secret}\n`]) {
    expect(await findGuest(ports, forged)).toBeNull()
  }
  expect(find).not.toHaveBeenCalled()
})
