/** What a spreadsheet takes for the beginning of a formula, wide forms included. */
const FORMULA = /(^|[;,|\t\r\n])([\s"']*)(?=[=+\-@＝＋－＠])/gu

/**
 * One cell, always in quotes. A program that opens the file with other separators than ours cuts cells apart at any of
 * them: wherever a part could begin a formula, an apostrophe makes it text.
 */
export const csvCell = (text: string): string => `"${text.replace(FORMULA, "$1$2'").replaceAll('"', '""')}"`

/** One line with its end (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
