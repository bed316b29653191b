/*
 * Substitutions of single glyphs in an OpenType font (GSUB, lookup type 1, format 2:
 * https://learn.microsoft.com/typography/opentype/spec/gsub).
 */

const SINGLE = 1

/** Glyphs a coverage table names, in its order. */
const covered = (table, at) => {
  const count = table.readUInt16BE(at + 2)
  if (table.readUInt16BE(at) === 1)
    return Array.from({ length: count }, (_, n) => table.readUInt16BE(at + 4 + 2 * n))
  return Array.from({ length: count }, (_, n) => {
    const range = at + 4 + 6 * n
    const [first, last] = [table.readUInt16BE(range), table.readUInt16BE(range + 2)]
    return Array.from({ length: last - first + 1 }, (__, k) => first + k)
  }).flat()
}

/**
 * The table with substitutions for these glyphs alone; every other glyph stands for itself.
 * @param {Buffer} gsub @param {ReadonlySet<number>} glyphs
 */
export const substitutingOnly = (gsub, glyphs) => {
  const table = Buffer.from(gsub)
  const list = table.readUInt16BE(8)
  for (let n = 0; n < table.readUInt16BE(list); n += 1) {
    const lookup = list + table.readUInt16BE(list + 2 + 2 * n)
    if (table.readUInt16BE(lookup) !== SINGLE) throw new Error('The font substitutes in a way unknown here.')
    for (let m = 0; m < table.readUInt16BE(lookup + 4); m += 1) {
      const part = lookup + table.readUInt16BE(lookup + 6 + 2 * m)
      if (table.readUInt16BE(part) !== 2) throw new Error('The font substitutes in a way unknown here.')
      for (const [k, glyph] of covered(table, part + table.readUInt16BE(part + 2)).entries())
        if (!glyphs.has(glyph)) table.writeUInt16BE(glyph, part + 6 + 2 * k)
    }
  }
  return table
}
