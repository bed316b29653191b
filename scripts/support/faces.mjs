import { readFileSync } from 'node:fs'
import { create } from 'fontkitten'
import subsetFont from 'subset-font'
import { at } from './project.mjs'
import { kernedInSteps } from './gpos.mjs'
import { substitutingOnly } from './gsub.mjs'
import { fontOf, tablesOf } from './sfnt.mjs'

/*
 * The faces of public pages, cut into what nearly every English text is made of (`basic`, which pages wait for), the
 * other signs of Western languages (`more`) and the letters of Central Europe and Turkey (`central`), which come when a
 * page has one of them. See decisions 35 and 55.
 */

const points = (ranges) =>
  ranges.split(',').flatMap((range) => {
    const [from, to = from] = range.replace('U+', '').split('-')
    const first = Number.parseInt(from, 16)
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, n) => first + n)
  })

/** As app/fonts.ts has them, where they must be written out. */
export const BASIC =
  'U+20-22,U+26-29,U+2C-3B,U+3F,U+41-5A,U+61-7A,U+A0,U+B7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026'
export const MORE =
  'U+23-25,U+2A-2B,U+3C-3E,U+40,U+5B-60,U+7B-7E,U+A1-B6,U+B8-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2002-2012,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-205F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215'
/** Latin Extended-A, and what Romanian has beside it. */
export const CENTRAL = 'U+100-17F,U+218-21B'
const textOf = (ranges) => String.fromCodePoint(...points(ranges))
const TEXT = { basic: textOf(BASIC), more: textOf(MORE), central: textOf(CENTRAL) }
const FIGURES = '0123456789'
const LETTERS = String.fromCodePoint(...points('U+41-5A,U+61-7A'))

const FILES = 'node_modules/@fontsource'
const grotesk = `${FILES}-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2`
const beyond = (family, style) => `${FILES}-variable/${family}/files/${family}-latin-ext-wght-${style}.woff2`
const literata = (style) => `${FILES}/literata/files/literata-latin-${style}.woff2`
/** As light and as heavy as anything is set in it. */
const WEIGHTS = { wght: { min: 400, max: 760 } }
/** As most headlines are. */
const HEADLINES = { wght: 700 }
/** Kerning is rounded to so many of the 2,048 units of an em: half of that, a fifth of a pixel in the largest headline, is not seen. */
const STEP = 16
/**
 * What a browser does without: names of weights for menus, how metrics that pages state themselves vary, and advances at
 * every weight, which it finds in the outlines, too.
 */
const NEEDLESS = ['HVAR', 'MVAR', 'STAT', 'gasp']
/** From regular to bold, and with nothing for pairs: two such letters hardly ever stand side by side. */
const SINGLE = { keepFeatures: ['ccmp', 'locl'], variationAxes: WEIGHTS, dropTables: NEEDLESS }
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark']
const NUMERALS = ['tnum', 'onum', 'lnum', 'pnum']

const cut = (source, text, options) =>
  subsetFont(source, text, { targetFormat: 'woff2', noHinting: true, ...options })

const numberOf = (font, letter) => font.glyphForCodePoint(letter.codePointAt(0)).id

/**
 * Kerned between letters only, and alike at every weight, as headlines are: pairs with figures and punctuation, and
 * kerning that varies, are most of such a file, and every KB of it is waited for (decision 50). The table of letters alone
 * is put into the font without any, whose glyphs have the same numbers. Figures alone can be tabular: the face would set
 * the commas of `1,910` as wide as a figure, too, with a gap that looks like a slip.
 */
const kernedLetters = async (source, text) => {
  const sfnt = { targetFormat: 'sfnt', noHinting: true }
  const all = await subsetFont(source, text, {
    ...sfnt,
    keepFeatures: ['kern', 'tnum'],
    variationAxes: WEIGHTS,
  })
  const plain = await subsetFont(all, text, {
    ...sfnt,
    keepFeatures: ['tnum'],
    dropTables: ['GPOS', 'GDEF'],
  })
  const letters = await subsetFont(all, LETTERS, {
    ...sfnt,
    keepFeatures: ['kern'],
    variationAxes: HEADLINES,
  })
  const [here, there] = [create(plain), create(letters)]
  const moved = [...LETTERS].filter((letter) => numberOf(here, letter) !== numberOf(there, letter))
  if (moved.length > 0) throw new Error(`The kerning would be that of other letters: ${moved.join('')}`)
  const kerning = tablesOf(letters)
  const tables = tablesOf(plain)
  const figures = new Set([...FIGURES].map((figure) => numberOf(here, figure)))
  tables.set('GSUB', substitutingOnly(tables.get('GSUB'), figures))
  tables.set('GDEF', kerning.get('GDEF'))
  tables.set('GPOS', kernedInSteps(kerning.get('GPOS'), STEP))
  const kerned = fontOf(plain, tables)
  return cut(kerned, undefined, { keepAllGlyphs: true, keepFeatures: ['kern', 'tnum'], dropTables: NEEDLESS })
}

const STYLES = { literata: '400-normal', 'literata-italic': '400-italic' }
const CENTRALS = {
  'grotesk-central': ['schibsted-grotesk', 'normal'],
  'literata-central': ['literata', 'normal'],
  'literata-central-italic': ['literata', 'italic'],
}
const BOLD = { 'literata-bold': '700-normal', 'literata-bold-italic': '700-italic' }

/** @returns {Promise<Map<string, Buffer>>} name of a file in app/faces → its bytes */
export const makeFaces = async () => {
  const faces = new Map()
  const source = readFileSync(at(grotesk))
  faces.set('grotesk.woff2', await kernedLetters(source, TEXT.basic))
  const more = { keepFeatures: [...FEATURES, 'tnum'], variationAxes: WEIGHTS }
  faces.set('grotesk-more.woff2', await cut(source, TEXT.more, more))
  for (const [name, [family, style]] of Object.entries(CENTRALS)) {
    const central = await cut(readFileSync(at(beyond(family, style))), TEXT.central, SINGLE)
    faces.set(`${name}.woff2`, central)
  }
  for (const [name, style] of Object.entries({ ...STYLES, ...BOLD })) {
    const text = readFileSync(at(literata(style)))
    for (const part of ['basic', 'more']) {
      const file = part === 'basic' ? `${name}.woff2` : `${name}-more.woff2`
      faces.set(file, await cut(text, TEXT[part], { keepFeatures: [...FEATURES, ...NUMERALS] }))
    }
  }
  return faces
}
