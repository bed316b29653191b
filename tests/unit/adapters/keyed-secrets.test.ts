import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyedSecrets } from '../../../lib/adapters/keyed-secrets'

const secrets = keyedSecrets(Buffer.alloc(32, 7))

describe('keyed secrets', () => {
  it('accepts its own mac for the same purpose and parts only', () => {
    const mac = secrets.mac('status', 'a', 'b')
    expect(secrets.verify(mac, 'status', 'a', 'b')).toBe(true)
    expect(secrets.verify(mac, 'setup', 'a', 'b')).toBe(false)
    expect(secrets.verify(mac, 'status', 'ab')).toBe(false)
    expect(secrets.verify(mac, 'status', 'a', 'b', '')).toBe(false)
    expect(secrets.verify(`${mac}=`, 'status', 'a', 'b')).toBe(false)
    expect(secrets.verify('', 'status', 'a', 'b')).toBe(false)
  })

  it('cannot be talked into moving letters from one part to the next', () => {
    expect(secrets.mac('p', 'a', 'bc')).not.toBe(secrets.mac('p', 'ab', 'c'))
    expect(secrets.mac('p', 'a')).not.toBe(secrets.mac('pa'))
  })

  it('signs each part behind its length in bytes: links and keys outlive the version that made them', () => {
    const lengthOf = (n: number) => Buffer.from([0, 0, 0, n])
    const message = [lengthOf(1), Buffer.from('p'), lengthOf(0), lengthOf(5), Buffer.from('é€')]
    const expected = createHmac('sha256', Buffer.alloc(32, 7))
      .update(Buffer.concat(message))
      .digest('base64url')
    expect(secrets.mac('p', '', 'é€')).toBe(expected)
  })

  it('depends on the key', () => {
    expect(keyedSecrets(Buffer.alloc(32, 8)).mac('p', 'a')).not.toBe(secrets.mac('p', 'a'))
  })

  it('hands out 128 bits that fit into addresses and cookies', () => {
    const made = new Set(Array.from({ length: 1000 }, () => secrets.fresh()))
    expect(made.size).toBe(1000)
    for (const secret of made) expect(secret).toMatch(/^[\w-]{22}$/)
  })
})

describe('what is sealed', () => {
  it('is read again for its purpose alone, as it was, and with this key alone', () => {
    const text = secrets.seal('second-step', 'JBSWY3DPEHPK3PXP')
    expect(text).not.toContain('JBSW')
    expect(secrets.seal('second-step', 'JBSWY3DPEHPK3PXP')).not.toBe(text)
    expect(secrets.open('second-step', text)).toBe('JBSWY3DPEHPK3PXP')
    expect(secrets.open('another', text)).toBeNull()
    expect(keyedSecrets(Buffer.alloc(32, 8)).open('second-step', text)).toBeNull()
    for (const broken of [
      '',
      'x',
      text.slice(0, -2),
      text.slice(2),
      `${text.slice(0, 20)}A${text.slice(21)}x`,
    ]) {
      expect(secrets.open('second-step', broken)).toBeNull()
    }
  })
})
