import { describe, expect, test } from 'vitest'
import { cookieName, cookieOptions, guestCookie, printCookie, readCookie } from '../../../lib/auth/cookies'

describe('our cookies', () => {
  test('carry the host prefix and Secure on https, and neither on plain http', () => {
    expect(guestCookie(true, 'secret')).toBe(
      '__Host-stet-guest=secret; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure',
    )
    expect(guestCookie(false, 'secret')).toBe(
      'stet-guest=secret; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax',
    )
    expect(cookieName('session', true)).toBe('__Host-stet-session')
    expect(cookieName('session', false)).toBe('stet-session')
  })

  test('are deleted by age 0', () => {
    expect(printCookie('stet-session', '', cookieOptions(false, 0))).toContain('Max-Age=0')
  })

  test.each([
    [null, null],
    ['', null],
    ['stet-session=a', 'a'],
    ['other=1; stet-session=a.b-c_d; more=2', 'a.b-c_d'],
    ['stet-session=', ''],
    ['xstet-session=a', null],
    ['stet-session', null],
    ['=stet-session=a', null],
    ['__Host-stet-session=a', null],
    ['stet-session=a=b', 'a=b'],
  ])('are read from %j as %j', (header, value) => {
    expect(readCookie(header, 'stet-session')).toBe(value)
  })
})
