/*
 * Pairs that are kerned in an OpenType font (GPOS, lookup type 2, also within type 9, with one advance a pair:
 * https://learn.microsoft.com/typography/opentype/spec/gpos).
 */

const [PAIRS, ELSEWHERE] = [2, 9]
/** The first glyph's advance alone is given, and nothing of the second. */
const ADVANCE = 4
const UNKNOWN = 'The font kerns in a way unknown here.'

/** Places of the advances of single pairs: of each first glyph a list of seconds. */
const ofGlyphs = (table, at) =>
  Array.from({ length: table.readUInt16BE(at + 8) }, (_, n) => {
    const set = at + table.readUInt16BE(at + 10 + 2 * n)
    return Array.from({ length: table.readUInt16BE(set) }, (__, k) => set + 4 + 4 * k)
  }).flat()

/** … and of pairs of classes: a row for each first class. */
const ofClasses = (table, at) =>
  Array.from({ length: table.readUInt16BE(at + 12) * table.readUInt16BE(at + 14) }, (_, n) => at + 16 + 2 * n)

const advancesIn = (table, at) => {
  const format = table.readUInt16BE(at)
  if (table.readUInt16BE(at + 4) !== ADVANCE || table.readUInt16BE(at + 6) !== 0) throw new Error(UNKNOWN)
  return format === 1 ? ofGlyphs(table, at) : ofClasses(table, at)
}

/**
 * The table with every advance rounded to so many units of the font, small ones to nothing: fewer numbers, which
 * compress better.
 * @param {Buffer} gpos @param {number} step
 */
export const kernedInSteps = (gpos, step) => {
  const table = Buffer.from(gpos)
  const list = table.readUInt16BE(8)
  for (let n = 0; n < table.readUInt16BE(list); n += 1) {
    const lookup = list + table.readUInt16BE(list + 2 + 2 * n)
    for (let m = 0; m < table.readUInt16BE(lookup + 4); m += 1) {
      const part = lookup + table.readUInt16BE(lookup + 6 + 2 * m)
      const isElsewhere = table.readUInt16BE(lookup) === ELSEWHERE
      const type = isElsewhere ? table.readUInt16BE(part + 2) : table.readUInt16BE(lookup)
      if (type !== PAIRS) throw new Error(UNKNOWN)
      for (const at of advancesIn(table, isElsewhere ? part + table.readUInt32BE(part + 4) : part))
        table.writeInt16BE(Math.round(table.readInt16BE(at) / step) * step, at)
    }
  }
  return table
}
