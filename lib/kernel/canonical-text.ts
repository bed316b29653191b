// C0 and C1 controls except \n and \t, DEL, and noncharacters that some stores refuse.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu

/**
 * The one canonical form of any text a person typed: well-formed UTF-16, line ends as \n, no controls but \n and
 * \t, NFC, trimmed. The same for forms, API and importers, so that both databases store the same bytes (PostgreSQL
 * refuses NUL and lone surrogates, SQLite stores them). Controls go before NFC: one may stand between a letter and
 * its mark. `singleLine` folds every white space to one blank; `trim: false` keeps both ends (a part of a text).
 */
export const canonicalText = (
  raw: string,
  { singleLine = false, trim = true }: { singleLine?: boolean; trim?: boolean } = {},
): string => {
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
  const folded = singleLine ? text.replace(/\s+/gu, ' ') : text
  return trim ? folded.trim() : folded
}

const BEYOND_ASCII = /[^\u0000-\u007F]/

/** Most texts, in many languages: then much need not be asked sign by sign. */
export const isAscii = (text: string): boolean => !BEYOND_ASCII.test(text)

/** Length as people are told it: Unicode code points. */
export const codePoints = (text: string): number => {
  if (isAscii(text)) return text.length
  let count = 0
  for (const _ of text) count += 1
  return count
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const firstCodePoints = (text: string, count: number): string => {
  let end = 0
  let left = count
  for (const point of text) {
    if (left === 0) break
    left -= 1
    end += point.length
  }
  return text.slice(0, end)
}

/** Cuts to at most `max` code points without splitting a grapheme (an emoji family, a letter with its marks). */
export const cutText = (text: string, { max }: { readonly max: number }): string => {
  if (codePoints(text) <= max) return text
  let kept = ''
  let used = 0
  // One more code point tells whether the last grapheme goes on; a long text is not for the segmenter (word-segments.ts).
  for (const { segment } of graphemes.segment(firstCodePoints(text, max + 1))) {
    used += codePoints(segment)
    if (used > max) break
    kept += segment
  }
  return kept
}
