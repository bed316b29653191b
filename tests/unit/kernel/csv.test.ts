import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine } from '../../../lib/kernel/csv'

const hostile = readFileSync('tests/testdata/hostile/csv-formulas.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\r', '\r'))

/** Every cell a program may see, whichever separators and quotes it believes in. */
const cellsSeen = (line: string): readonly string[] =>
  line.split(/[;,|\t\r\n]/u).map((cell) => cell.replace(/^[\s"]+/u, ''))

describe('a cell of an export', () => {
  it.each(hostile)('is never a formula: %j', (text) => {
    for (const given of [text, ` ${text}`, `a;${text}`, `a\n${text}`, `"${text}`]) {
      for (const cell of cellsSeen(csvLine([given, 'x']))) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/u)
    }
  })

  it('is what it was otherwise, quotes doubled', () => {
    expect(csvCell('plain words, 3 - 1 = 2')).toBe('"plain words, 3 - 1 = 2"')
    expect(csvCell('she said "no"')).toBe('"she said ""no"""')
    expect(csvCell('')).toBe('""')
    expect(csvLine(['a', 'b'])).toBe('"a","b"\r\n')
  })
})
