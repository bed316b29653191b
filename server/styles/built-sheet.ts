/** A style sheet as the build made it. */
export interface BuiltFile {
  /** Its address, which what it names is relative to. */
  readonly path: string
  readonly css: string
}

/** An `@font-face` rule. */
export interface BuiltFace {
  readonly family: string
  readonly rule: string
  /** Address of its file; null for a face that the reader has. */
  readonly file: string | null
}

/** The styles of readers as the build has made them. */
export interface BuiltSheet {
  /** Every rule but the faces, which not every page needs, and but what only names them. */
  readonly css: string
  readonly faces: readonly BuiltFace[]
  /** The variables that styles have the faces by. */
  readonly variables: string
}

const ADDRESS = /url\((["']?)(?!data:|\/|#|[a-z]+:)([^)"']+)\1\)/g
const FACE = /@font-face\{[^}]*\}/g
const VARIABLE = /(--font-[a-z-]+:[^;}]+)/g
/** What the framework gives each face beside its rule: a class to wear it by, and one that holds its variable. */
const NAMING = /\.[\w-]+_(?:className|variable)\{[^}]*\}\s*/g
/** The build writes prefixed declarations several times over; the one without the prefix, which says the same, is another. */
const TWICE = /(?<![\w-])([a-z-]+:[^;{}]+;)\1+/g

const absolute = ({ path, css }: BuiltFile): string =>
  css.replace(
    ADDRESS,
    (_whole, _quote, address: string) => `url(${new URL(address, `http://x${path}`).pathname})`,
  )

const part = (rule: string, pattern: RegExp): string => pattern.exec(rule)?.[1]?.trim() ?? ''

const readFace = (rule: string): BuiltFace => ({
  family: part(rule, /font-family:["']?([^;}"']+)/),
  rule,
  file: part(rule, /url\((\/[^)]+)\)/) || null,
})

/**
 * An italic face that no page waits for: it is there from the reader's second page on, and on the first where it comes
 * within a tenth of a second. Until then the reader's own italics stand in, with the measures of ours. As a file that is
 * swapped in, it would cost a first page one more round trip before the faces of its headline (decision 44).
 */
export const unhurried = ({ rule }: BuiltFace): string =>
  rule.includes('font-style:italic') ? rule.replace('font-display:swap', 'font-display:optional') : rule

/** Letters beyond Western Europe's. */
const FARTHER = /[\u0100-\u02ba\u1e00-\u1eff]/
/** One of them in italics: an element, or a standfirst. */
const MIXED = /(?:<(?:em|i|cite)\b[^>]*|class="dek[ "][^>]*)>[^<]*[\u0100-\u02ba\u1e00-\u1eff]/

/**
 * Whether a word of this page would be of two faces where each italic one comes by itself or not at all: `příliš` with
 * the reader's own letters between ours. Such a page has them swapped in.
 */
export const mixesItalics = (html: string): boolean => FARTHER.test(html) && MIXED.test(html)

/** Several style sheets as one that can stand at any address. */
export const builtSheet = (files: readonly BuiltFile[]): BuiltSheet => {
  const css = files.map(absolute).join('\n')
  const variables = [...css.matchAll(/\.[\w-]+_variable\{([^}]*)\}/g)].flatMap(
    ([, rules = '']) => rules.match(VARIABLE) ?? [],
  )
  return {
    css: css.replace(FACE, '').replace(NAMING, '').replace(TWICE, '$1').trim(),
    faces: (css.match(FACE) ?? []).map(readFace),
    variables: variables.join(';'),
  }
}
