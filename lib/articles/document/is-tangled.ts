/** What makes the Markdown parser slow, and how much of it a piece may hold. Measured: some grow with the square. */
const MOST = {
  /** `> - > 1.` at the start of one line. */
  containersOfLine: 24,
  /**
   * Columns of blanks before and between them. Lists go as deep by blanks alone, and every line is read once for each:
   * sixteen lists, the most of the schema, of the widest number (`999999999. `).
   */
  indentOfLine: 176,
  /** The same of all lines: a thousand items, each twenty lists deep. */
  indents: 40_000,
  /** Lines that open a list inside a list or quote, in the whole text. */
  nestedOpeners: 1_000,
  /** Lines of lists and quotes, and how many of them begin one: each is a small parse of its own. */
  containers: 12_000,
  openers: 1_500,
  /** Lines that begin a `:::block`. */
  directives: 200,
  /** Lines that part a table's headings from its rows. */
  tables: 1_000,
  /** Headings written by underlining. */
  underlinedHeadings: 500,
  /** Of one run of lines without a blank one. */
  linesOfParagraph: 2_000,
  marksOfParagraph: 1_000,
  /** Of the whole text: one in five letters of the longest. */
  marks: 40_000,
  /** Addresses of mail, or what looks like them. */
  addresses: 5_000,
} as const

const FENCE = /^(`{3,})[^`]*$|^(~{3,})/
const INDENTED_FENCE = /^[ \t>]+(?:`{3}|~{3})/m
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/
const CONTAINER = />|[-+*]|\d+[.)]/g
const TAB = '    '
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
const DIRECTIVE = /^[ \t]*:{3,}[a-z]/i
const TABLE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/
/** A back slash takes the power of what follows. */
const MARKS = /\\[^]|[*_]+|~~|[[\]<`]/g

/** The lines outside fenced code. One fence that might belong to a list or quote, and every line counts. */
const proseLines = (lines: readonly string[], source: string): readonly string[] => {
  if (INDENTED_FENCE.test(source)) return lines
  let open = ''
  return lines.filter((line) => {
    if (open !== '') {
      const closes =
        line.trimEnd().length >= open.length &&
        line.trimEnd() === open.charAt(0).repeat(line.trimEnd().length)
      if (closes) open = ''
      return false
    }
    const fence = FENCE.exec(line)
    open = fence?.[1] ?? fence?.[2] ?? ''
    return open === ''
  })
}

const marksOf = (line: string): number =>
  (line.match(MARKS) ?? []).reduce((sum, found) => sum + (found.startsWith('\\') ? 0 : 1), 0)

/** Columns of blanks in what a line begins its lists and quotes with; a tab is four. */
const indentOf = (begun: string): number => begun.replaceAll('\t', TAB).replace(/[^ ]+/g, '').length

/**
 * Whether a text is built to keep a Markdown parser busy (10,000 quote marks, a thousand open brackets): it is then
 * kept as plain characters. No piece a person writes comes near; the parser's time on the rest stays within seconds.
 */
export const isTangled = (source: string): boolean => {
  let [nestedOpeners, underlines, lines, marks, allMarks, addresses] = [0, 0, 0, 0, 0, 0]
  let [containers, openers, directives, tables, indents, inside] = [0, 0, 0, 0, 0, false]
  for (const line of proseLines(source.split('\n'), source)) {
    const blank = line.trim() === ''
    lines = blank ? 0 : lines + 1
    const found = blank ? 0 : marksOf(line)
    marks = blank ? 0 : marks + found
    allMarks += found
    addresses += line.split('@').length - 1
    const begun = RULE.test(line) ? '' : (CONTAINERS.exec(line)?.[0] ?? '')
    const depth = begun.match(CONTAINER)?.length ?? 0
    const indent = indentOf(begun)
    indents += indent
    if (depth > 1 || (depth === 1 && /^[ \t]/.test(line))) nestedOpeners += 1
    if (depth > 0) containers += 1
    if (depth > 0 && !inside) openers += 1
    inside = depth > 0
    if (DIRECTIVE.test(line)) directives += 1
    if (TABLE.test(line)) tables += 1
    if (UNDERLINE.test(line)) underlines += 1
    if (
      depth > MOST.containersOfLine ||
      indent > MOST.indentOfLine ||
      indents > MOST.indents ||
      containers > MOST.containers ||
      openers > MOST.openers ||
      directives > MOST.directives ||
      tables > MOST.tables ||
      nestedOpeners > MOST.nestedOpeners ||
      underlines > MOST.underlinedHeadings ||
      lines > MOST.linesOfParagraph ||
      marks > MOST.marksOfParagraph ||
      allMarks > MOST.marks ||
      addresses > MOST.addresses
    )
      return true
  }
  return false
}
