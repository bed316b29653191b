/*
 * The outermost layer of an OpenType file: a list of tables, each with a tag, a checksum and a place
 * (https://learn.microsoft.com/typography/opentype/spec/otff).
 */

const HEAD = 12
const ENTRY = 16

/** @returns {Map<string, Buffer>} tag → table */
export const tablesOf = (font) =>
  new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, n) => {
      const entry = HEAD + n * ENTRY
      const from = font.readUInt32BE(entry + 8)
      return [
        font.toString('latin1', entry, entry + 4),
        font.subarray(from, from + font.readUInt32BE(entry + 12)),
      ]
    }),
  )

const padded = (table) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])

const checksum = (table) => {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}

/**
 * A font of these tables, of the kind that `like` is. `head` keeps the checksum of the whole as it was: nobody looks at
 * it in a font for the web.
 */
export const fontOf = (like, tables) => {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const power = Math.floor(Math.log2(entries.length))
  const head = Buffer.alloc(HEAD + entries.length * ENTRY)
  like.copy(head, 0, 0, 4)
  head.writeUInt16BE(entries.length, 4)
  head.writeUInt16BE(ENTRY * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(ENTRY * (entries.length - 2 ** power), 10)
  let from = head.length
  const bodies = entries.map(([tag, table], n) => {
    const body = padded(table)
    const entry = HEAD + n * ENTRY
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(checksum(body), entry + 4)
    head.writeUInt32BE(from, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    from += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}
