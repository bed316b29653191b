import { canonicalText } from './canonical-text'

// Direction controls, zero-width and other invisible characters (joiners only matter inside emoji and Indic words).
const INVISIBLE =
  /[\u00AD\u061C\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu
// Letters and symbols that print nothing at all.
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0\u034F\u17B4\u17B5]/gu
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu
const STRAY_JOINERS = /^[\u200C\u200D]+|[\u200C\u200D]+$|[\u200C\u200D](?=[\u200C\u200D\s])/gu

/**
 * A person's name as it may stand on a page: canonical, on one line, without direction controls, invisible or blank
 * characters, and with at most four marks on a letter. May be '' (nothing visible was typed); length is not limited here.
 */
export const plainName = (raw: string): string =>
  canonicalText(
    raw
      .toWellFormed()
      .replace(INVISIBLE, '')
      .replace(BLANK, ' ')
      .replace(STRAY_JOINERS, '')
      .replace(PILED_MARKS, '$1'),
    { singleLine: true },
  )
