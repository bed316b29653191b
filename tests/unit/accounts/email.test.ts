import { describe, expect, test } from 'vitest'
import { parseEmail } from '../../../lib/accounts/email'

describe('a mail address', () => {
  test.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Lovelace+news@Example.ORG ', 'ada.lovelace+news@example.org'],
    ['ада@пример.рф', 'ада@xn--e1afmkfd.xn--p1ai'],
    ['owner@localhost', 'owner@localhost'],
    ['o’hara@example.org'.replace('’', "'"), "o'hara@example.org"],
    ['a@EXAMPLE.org.', 'a@example.org'],
  ])('%j is compared as %j', (typed, key) => {
    expect(parseEmail(typed)?.key).toBe(key)
  })

  test('is the same for both normal forms of its letters', () => {
    expect(parseEmail('jose\u0301@example.org')?.key).toBe(parseEmail('jos\u00e9@example.org')?.key)
  })

  test.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada @example.org',
    'ada@exa mple.org',
    'ada@example..org',
    'ada@-example.org',
    '"ada b"@example.org',
    'Ada <ada@example.org>',
    'ada@example.org, eve@example.org',
    'ada@example.org\nbcc: eve@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'long.'.repeat(60)}org`,
  ])('%j is refused', (typed) => {
    expect(parseEmail(typed)).toBeNull()
  })
})
