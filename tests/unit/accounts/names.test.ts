import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { userSlug } from '../../../lib/accounts/user-slug'
import { nameSkeleton } from '../../../lib/kernel/name-skeleton'
import { plainName } from '../../../lib/kernel/plain-name'

describe('the skeleton of a name', () => {
  test.each([
    ['Cyrillic letters', 'Аdа Lоvеlасе'],
    ['capitals', 'ADA LOVELACE'],
    ['full width', 'Ａｄａ　Ｌｏｖｅｌａｃｅ'],
    ['mathematical letters', '𝓐𝓭𝓪 𝕷ovelace'],
    ['digits and bars', 'Ada L0ve|ace'],
    ['a capital i', 'Ada LoveIace'],
    ['accents', 'Àdá Lövelace'],
    ['invisible characters', 'A\u200bda Love\u00adlace'],
    ['punctuation for blanks', 'ada_lovelace.'],
    ['pictured letters', '🅐🅓🅐 lovelace'],
    ['strokes', 'Ada Łøvelace'],
  ])('sees through %s', (_, imitation) => {
    expect(nameSkeleton(imitation)).toBe(nameSkeleton('Ada Lovelace'))
  })

  test.each([
    ['ANNA', 'ΑΝΝΑ'],
    ['Tom', 'ΤΟΜ'],
    ['Corn', 'Com'],
    ['William', 'VVilliam'],
  ])('takes %j for %j', (name, imitation) => {
    expect(nameSkeleton(imitation)).toBe(nameSkeleton(name))
  })

  test.each([
    ['Ada', 'Eda'],
    ['राम', 'रम'],
    ['José Silva', 'José Silveira'],
  ])('keeps %j and %j apart', (name, other) => {
    expect(nameSkeleton(name)).not.toBe(nameSkeleton(other))
  })

  test('is empty where nothing legible is left', () => {
    for (const name of ['', '...', ' ', '\u200b\u2060']) expect(nameSkeleton(name)).toBe('')
  })

  test('does not change with case or with what nobody sees', () => {
    const anywhere = fc.tuple(
      fc.string({ unit: 'binary' }),
      fc.nat(),
      fc.constantFrom('\u200b', '\u00ad', '\u2060', ' '),
    )
    fc.assert(
      fc.property(anywhere, ([raw, seed, unseen]) => {
        const letters = [...raw.toWellFormed()]
        const at = seed % (letters.length + 1)
        const name = letters.join('')
        expect(nameSkeleton([...letters.slice(0, at), unseen, ...letters.slice(at)].join(''))).toBe(
          nameSkeleton(name),
        )
      }),
    )
  })
})

describe('a name on a page', () => {
  test.each([
    ['\u202eada', 'ada'],
    ['\u2067\u2067ada\u2069', 'ada'],
    ['a\u200bd\ufeffa', 'ada'],
    ['ada\u3164\u2800', 'ada'],
    ['  ada\n\n lovelace ', 'ada lovelace'],
    ['ada\u0000', 'ada'],
    ['\u3164', ''],
    ['👩‍🚀', '👩‍🚀'],
  ])('%j becomes %j', (typed, shown) => {
    expect(plainName(typed)).toBe(shown)
  })

  test('carries at most four marks on a letter', () => {
    expect(plainName(`a${'\u0316'.repeat(900)}b`)).toBe(`a${'\u0316'.repeat(4)}b`)
  })

  test('is stable, never blank-padded, and on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const name = plainName(typed)
        expect(plainName(name)).toBe(name)
        expect(name).toBe(name.trim())
        expect(name).not.toMatch(/[\n\r\t\u202e]/)
      }),
    )
  })
})

describe('the address of an author', () => {
  test.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['José  Ñandú!', 'jose-nandu'],
    ['Вера', 'вера'],
    ['राम', 'राम'],
    ['!!!', 'author'],
    ['../../etc', 'etc'],
  ])('%j becomes %j', (name, slug) => {
    expect(userSlug(name)).toBe(slug)
  })
})
