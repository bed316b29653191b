/**
 * Blocks that a page has from its beginning or never: no island makes one, and no part of a thread holds one
 * (tests/unit/styles/fitted-sheet.test.ts looks). What is not named here, every page gets the rules of.
 */
const FURNITURE =
  /^(?:masthead-front|motto|kicker|lead|row|page-t(?:itle|urn)|list|entr(?:ies|y)|year|month|front-section|directory|(?:piece-)?cover|piece-notes?|contents|series|translations|neighbours?|callout|gallery|table|notes|noted|credit|hl|search-form|found|plain|preview)(?:-|$)/

const CLASS = /\.([\w-]+)/g
const CLASSES = /\sclass="([^"]*)"/g
/** What ends or begins something; words in quotation marks may hold the same signs. */
const MARK = /"[^"]*"|'[^']*'|[{};]/g

interface Rule {
  readonly text: string
  /** For each selector of its list the furniture that it cannot do without. */
  readonly needs: readonly (readonly string[])[]
}

interface Group {
  /** `@media (…)`. */
  readonly head: string
  readonly parts: Sheet
}

/** A style sheet taken apart: what stands in every page is a text. */
export type Sheet = readonly (string | Rule | Group)[]

/** Whether a class belongs to what only some pages have. */
export const isFurniture = (name: string): boolean => FURNITURE.test(name)

/**
 * What stands in round brackets is one of several, or must not be there: nothing that a selector cannot do without. In
 * square ones stands what an attribute says, and no class.
 */
const withoutBrackets = (selectors: string): string => {
  const inner = selectors.replace(/\[(?:"[^"]*"|'[^']*'|[^\]])*\]|\([^()]*\)/g, '')
  return inner === selectors ? inner : withoutBrackets(inner)
}

const needsOf = (selectors: string): Rule['needs'] =>
  withoutBrackets(selectors)
    .split(',')
    .map((selector) => [...selector.matchAll(CLASS)].map(([, name = '']) => name).filter(isFurniture))

/** Where the block ends whose brace is at `from`. */
const endOf = (css: string, from: number): number => {
  let depth = 0
  for (const { 0: mark, index } of css.slice(from).matchAll(MARK)) {
    if (mark === '{') depth += 1
    else if (mark === '}' && (depth -= 1) === 0) return from + index
  }
  throw new Error('A style sheet ends within a rule.')
}

const GROUP = /^@(?:media|supports|layer)\b/

const partOf = (head: string, body: string): Sheet[number] => {
  if (GROUP.test(head)) return { head, parts: takenApart(body) }
  const text = `${head}{${body}}`
  const needs = head.startsWith('@') ? [[]] : needsOf(head)
  return needs.some((names) => names.length === 0) ? text : { text, needs }
}

/** The sheet in parts. Throws where a block is not closed. */
export const takenApart = (css: string): Sheet => {
  const parts: Sheet[number][] = []
  const marks = new RegExp(MARK)
  let from = 0
  for (let next = marks.exec(css); next; next = marks.exec(css)) {
    if (next[0] === ';') {
      parts.push(css.slice(from, next.index + 1))
      from = next.index + 1
    } else if (next[0] === '{') {
      const end = endOf(css, next.index)
      parts.push(partOf(css.slice(from, next.index).trim(), css.slice(next.index + 1, end)))
      from = marks.lastIndex = end + 1
    }
  }
  return from < css.length ? [...parts, css.slice(from)] : parts
}

const fitting = (sheet: Sheet, isThere: (name: string) => boolean): string =>
  sheet
    .map((part) => {
      if (typeof part === 'string') return part
      if ('needs' in part) return part.needs.some((names) => names.every(isThere)) ? part.text : ''
      const body = fitting(part.parts, isThere)
      return body === '' ? '' : `${part.head}{${body}}`
    })
    .join('')

/** The furniture that a page has, by its classes, in alphabetical order: all that its styles depend on. */
export const furnitureIn = (html: string): readonly string[] => {
  // Most elements wear what another one wears: each such list is looked at once.
  const worn = new Set<string>()
  for (const [, names = ''] of html.matchAll(CLASSES)) worn.add(names)
  const names = new Set([...worn].flatMap((list) => list.split(' ')))
  return [...names].filter(isFurniture).sort()
}

/** The sheet without the rules of furniture that a page does not have (decision 55). */
export const fittedSheet = (sheet: Sheet, furniture: readonly string[]): string => {
  const there = new Set(furniture)
  return fitting(sheet, (name) => there.has(name))
}
