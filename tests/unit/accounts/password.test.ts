import { describe, expect, test } from 'vitest'
import { canonicalPassword, passwordProblem } from '../../../lib/accounts/password'

const known = ['Ada Lovelace', 'ada.lovelace@example.org', 'The Tidal Post']

describe('a password', () => {
  test.each([
    'four words in a row',
    'kühl & trüb, 7 Grad',
    'пароль из слов',
    '          x and y        ',
    '🐋🐙🦑🐚🦀🐟🐠🐡🦐🦞',
    'zqxjkvbwmy',
  ])('%j will do: there are no rules of composition', (password) => {
    expect(passwordProblem(password, known)).toBeNull()
  })

  test.each([
    ['short', 'nine char'],
    ['short in code points', '🐋🐙🦑🐚🦀'],
    ['long', 'long '.repeat(41)],
    ['common', 'password1234'],
    ['common', 'Welcome2024!'],
    ['common', 'qwertyuiop'],
    ['common', '1234567890'],
    ['of one letter', 'aaaaaaaaaaaa'],
    ['of two letters', 'abababababab'],
    ['the name', 'adalovelace'],
    ['the name', 'Ada Lovelace 1815'],
    ['the address', 'ada.lovelace@example.org'],
    ['the mailbox', 'ADA.LOVELACE!'],
    ['the publication', 'thetidalpost'],
  ])('that is %s is refused: %j', (_, password) => {
    expect(passwordProblem(password, known)).toMatch(/\.$/)
  })

  test('is the same from every keyboard, and its blanks count', () => {
    expect(canonicalPassword('cafe\u0301')).toBe(canonicalPassword('caf\u00e9'))
    expect(canonicalPassword(' a ')).toBe(' a ')
  })
})
