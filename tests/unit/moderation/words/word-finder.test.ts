import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton } from '../../../../lib/moderation/words/automaton'
import { makeWordFinder } from '../../../../lib/moderation/words/word-finder'
import { Chance } from '../../../support/chance'
import { FORMS } from '../../../support/evasion/forms'
import { HONEST_TEXTS } from '../../../support/evasion/honest-texts'
import { EVASION_WORDS } from '../../../support/evasion/words'

describe('Automaton', () => {
  it('finds what a search for each word by itself finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '𐐀'), maxLength: 30 })
    const points = (word: string): number[] => Array.from(word, (sign) => sign.codePointAt(0) ?? 0)
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), text, (words, typed) => {
        const searched = points(typed)
        const naive = words.flatMap((word) =>
          searched.flatMap((_, at) =>
            points(word).every((sign, n) => searched[at + n] === sign) ? [`${word} ${at + word.length}`] : [],
          ),
        )
        const found: string[] = []
        new Automaton(words.map(points)).search(searched, searched.length, (word, end) =>
          found.push(`${words[word]} ${end}`),
        )
        expect(found.sort()).toEqual(naive.sort())
      }),
    )
  })
})

const LISTED = [
  'cunt',
  'buy gold',
  'rolex',
  '黄金',
  'ass',
  'tit',
  'viagra',
  'alibi',
  'raping',
  'penis',
  'god',
  '420',
]
const find = makeWordFinder([LISTED])
const marked = (text: string): readonly string[] =>
  find(text).map(({ span: [start, end] }) => text.slice(start, end))

describe('makeWordFinder', () => {
  it.each([
    ['What a CUNT!', 'CUNT'],
    ['What a ｃｕｎｔ', 'ｃｕｎｔ'],
    ['What a с\u200bunt', 'с\u200bunt'], // Cyrillic с, zero width
    ['What a cünt', 'cünt'],
    ['Buy   Gold now', 'Buy   Gold'],
    ['b u y g o l d', 'b u y g o l d'],
    ['a R0lex and a rol|ex', 'R0lex'],
    ['買黄金吧', '黄金'],
    ['What a tit! What an alibi!', 'tit', 'alibi'],
    ['an a55, an @$$', 'a55'],
    ['I v i a g r a now', 'v i a g r a'],
    ['v-iagra, vi.ag.ra', 'v-iagra', 'vi.ag.ra'],
    ['🆅🅸🅰🅶🆁🅰', '🆅🅸🅰🅶🆁🅰'],
    ['viaaagra, viiaagra', 'viaaagra', 'viiaagra'],
    ['420!', '420'],
  ])('finds in %j', (text, ...expected) => {
    expect(marked(text)).toEqual(expected)
  })

  it.each([
    'Greetings from Scunthorpe, Penistone and Clitheroe',
    'cunts, classes, a passage, assess, titanic',
    'We buy golden rings',
    'room 455, 1420 metres, 42.0',
    'He kept rapping on the door, it was good',
    'I lost my pen.Is it there? The pen is mightier',
    'as s, a US ship, J. R. R. Tolkien',
    'ﷺ ﷽',
  ])('leaves alone %j', (text) => {
    expect(marked(text)).toEqual([])
  })

  it('says on which list a word stands', () => {
    const two = makeWordFinder([['one'], ['two', 'one']])
    expect(two('two one').map(({ list }) => list)).toEqual([1, 0, 1])
    expect(makeWordFinder([])('one')).toEqual([])
    expect(makeWordFinder([['\u200b', ' ']])(' ')).toEqual([])
  })

  it('catches at least 99 of 100 in costume: 11 forms of 200 words, with the span that was typed', () => {
    expect([EVASION_WORDS.length, new Set(EVASION_WORDS).size, Object.keys(FORMS).length]).toEqual([
      200, 200, 11,
    ])
    const finder = makeWordFinder([EVASION_WORDS])
    const chance = new Chance(11)
    const missed = Object.entries(FORMS).flatMap(([name, form]) =>
      EVASION_WORDS.flatMap((word) => {
        const costume = form(word, chance)
        const text = `Look here: ${costume}, they said.`
        const isFound = finder(text).some(
          ({ span: [start, end] }) =>
            start === 11 && text.slice(start, end).trim().length >= costume.length - 3,
        )
        return isFound ? [] : [`${name}: ${word} ${costume}`]
      }),
    )
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(0.01 * 11 * 200)
  })

  it('holds at most one of a thousand honest texts', () => {
    const finder = makeWordFinder([EVASION_WORDS])
    expect(HONEST_TEXTS.length).toBeGreaterThanOrEqual(5_000)
    const held = HONEST_TEXTS.flatMap((text) =>
      finder(text).map(({ span: [start, end] }) => `${text.slice(start, end)} in ${text}`),
    )
    expect(held.length, held.slice(0, 20).join('\n')).toBeLessThanOrEqual(0.001 * HONEST_TEXTS.length)
  })
})
