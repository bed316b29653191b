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

export interface BuiltSheet {
  /** Every rule but the faces, which not every page needs. */
  readonly css: string
  readonly faces: readonly BuiltFace[]
  /** The variables that `<html>` has the faces by. */
  readonly variables: string
}

const ADDRESS = /url\((["']?)(?!data:|\/|#|[a-z]+:)([^)"']+)\1\)/g
const FACE = /@font-face\{[^}]*\}/g
const VARIABLE = /(--font-[a-z-]+:[^;}]+)/g

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

/** Several style sheets as one that can stand at any address. */
export const builtSheet = (files: readonly BuiltFile[]): BuiltSheet => {
  const css = files.map(absolute).join('\n')
  const variables = [...css.matchAll(/\.[\w-]+_variable\{([^}]*)\}/g)].flatMap(
    ([, rules = '']) => rules.match(VARIABLE) ?? [],
  )
  return {
    css: css.replace(FACE, ''),
    faces: (css.match(FACE) ?? []).map(readFace),
    variables: variables.join(';'),
  }
}
