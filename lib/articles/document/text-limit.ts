import { codePoints } from '../../kernel/canonical-text'

/** Unicode code points of Markdown: about a short novel. */
export const TEXT_LIMIT = 200_000

export const TOO_LONG = `This text is longer than ${TEXT_LIMIT.toLocaleString('en')} characters. Please split it into several pieces.`

/** Counts only where the answer is not plain: a code point is one or two units. */
export const isTooLong = (markdown: string): boolean =>
  markdown.length > 2 * TEXT_LIMIT || (markdown.length > TEXT_LIMIT && codePoints(markdown) > TEXT_LIMIT)
