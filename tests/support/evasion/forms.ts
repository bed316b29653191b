import type { Chance } from '../chance'

type Form = (word: string, chance: Chance) => string

const each = (word: string, change: (letter: string, n: number) => string): string =>
  [...word].map((letter, n) => (letter === ' ' ? ' ' : change(letter, n))).join('')

const from = (table: Readonly<Record<string, readonly string[]>>, chance: Chance) => (letter: string) => {
  const others = table[letter]
  return others ? chance.pick(others) : letter
}

const split = (text: string): readonly string[] => text.split(' ')

/** Letters of other alphabets that UTS 39 calls confusable. */
const HOMOGLYPHS: Readonly<Record<string, readonly string[]>> = {
  ...{
    a: split('а α'),
    c: split('с ϲ'),
    d: ['ԁ'],
    e: split('е ҽ'),
    g: ['ɡ'],
    h: split('һ հ'),
    i: split('і ɩ'),
  },
  ...{
    j: split('ј ϳ'),
    k: split('κ к'),
    l: split('ӏ ⅼ'),
    n: ['ո'],
    o: split('о ο օ'),
    p: split('р ρ'),
    q: ['ԛ'],
  },
  ...{
    s: split('ѕ ꜱ'),
    u: split('υ ս'),
    v: split('ѵ ν'),
    w: split('ԝ ѡ'),
    x: split('х χ'),
    y: split('у ү'),
    b: ['Ь'],
  },
  ...{
    а: ['a'],
    е: ['e'],
    о: ['o'],
    р: ['p'],
    с: ['c'],
    у: ['y'],
    х: ['x'],
    к: ['k'],
    α: ['a'],
    ο: ['o'],
    ν: ['v'],
  },
}

const SMALL_CAPITALS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwyz'].map((letter, n) => [
    letter,
    [[...'ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ'][n] ?? letter],
  ]),
)

const LEET: Readonly<Record<string, readonly string[]>> = {
  ...{ a: split('4 @'), b: ['8'], e: ['3'], g: split('9 6'), i: split('1 ! |'), l: split('1 |'), o: ['0'] },
  ...{ s: split('5 $'), t: ['7'], z: ['2'], о: ['0'] },
}

const MARKS = split('\u0301 \u0308 \u0323 \u0336 \u0332 \u034a \u0489')
const UNSEEN = split('\u200b \u200c \u200d \u2060 \u00ad \ufeff \u034f \u{e0061} \ufe0f')

const shifted = (start: number) => (letter: string) =>
  /[a-z]/.test(letter) ? String.fromCodePoint(start + letter.charCodeAt(0) - 97) : letter

/** The costumes a word can wear; each leaves it readable to a person. */
export const FORMS: Readonly<Record<string, Form>> = {
  'odd capitals': (word) => each(word, (letter, n) => (n % 2 ? letter.toUpperCase() : letter)),
  'invisible signs': (word, chance) => each(word, (letter) => letter + chance.pick(UNSEEN)),
  homoglyphs: (word, chance) => each(word, from(HOMOGLYPHS, chance)),
  'full width': (word) =>
    each(word, (letter) =>
      /[a-z]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter,
    ),
  'mathematical and circled': (word, chance) =>
    each(word, shifted(chance.pick([0x1d41a, 0x1d4ea, 0x1d5d4 + 26, 0x24d0]))),
  'pictured and small capitals': (word, chance) =>
    chance.below(2) === 0 ? each(word, shifted(0x1f170)) : each(word, from(SMALL_CAPITALS, chance)),
  leet: (word, chance) => {
    // Somebody who leaves no letter at all cannot be read.
    const kept = chance.below(word.length)
    return each(word, (letter, n) => (n === kept ? letter : from(LEET, chance)(letter)))
  },
  'letters apart': (word) => [...word.replaceAll(' ', '')].join(' '),
  'points between': (word, chance) => {
    const sign = chance.pick(split('. - _ * · /'))
    return word
      .split(' ')
      .map((part) => [...part].join(sign))
      .join(' ')
  },
  'drawn out': (word, chance) => {
    const drawn = chance.below(word.length)
    return each(word, (letter, n) => (n === drawn ? letter.repeat(3 + chance.below(4)) : letter))
  },
  'marks piled up': (word, chance) =>
    each(word, (letter) => letter + chance.pick(MARKS) + chance.pick(MARKS)),
}
