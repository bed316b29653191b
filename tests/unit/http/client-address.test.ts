import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../../server/request/client-address'

const FORGED = readFileSync(new URL('../../testdata/hostile/client-ip-headers.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => /^X-Forwarded-For: (.*)$/.exec(line)?.[1] ?? [])

describe('the address of a visitor', () => {
  it('is the connection’s own when no proxy is trusted, whatever is claimed', () => {
    expect(FORGED.length).toBeGreaterThan(3)
    for (const forged of FORGED) expect(clientAddress('203.0.113.9', forged, 0)).toBe('203.0.113.9')
  })

  it('is what the outermost trusted proxy saw, counted from the right', () => {
    expect(clientAddress('10.0.0.1', '198.51.100.7', 1)).toBe('198.51.100.7')
    expect(clientAddress('10.0.0.1', '1.2.3.4, 198.51.100.7', 1)).toBe('198.51.100.7')
    expect(clientAddress('10.0.0.1', '1.2.3.4, 198.51.100.7, 10.0.0.2', 2)).toBe('198.51.100.7')
  })

  it('falls back to the connection when a proxy wrote less than it should', () => {
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', '', 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', '198.51.100.7', 2)).toBe('10.0.0.1')
  })

  it('is one block for all that is not an address', () => {
    for (const odd of ['unknown', "'; drop table x;--", '1.2.3.4\\r\\nX: y', '999.1.1.1']) {
      expect(clientAddress('10.0.0.1', odd, 1)).toBe('unknown')
    }
    expect(clientAddress(undefined, undefined, 0)).toBe('unknown')
  })

  it('is the /64 of an IPv6 address, and the plain form of a mapped IPv4 one', () => {
    expect(clientAddress('2001:db8:1:2:3:4:5:6', undefined, 0)).toBe('2001:db8:1:2::/64')
    expect(clientAddress('2001:db8:1:2:ffff::1', undefined, 0)).toBe('2001:db8:1:2::/64')
    expect(clientAddress('2001:db8:1:3::1', undefined, 0)).not.toBe('2001:db8:1:2::/64')
    expect(clientAddress('::ffff:203.0.113.9', undefined, 0)).toBe('203.0.113.9')
  })
})
