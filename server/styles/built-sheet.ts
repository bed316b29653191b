/** A style sheet as the build made it. */
export interface BuiltFile {
  /** Its address, which what it names is relative to. */
  readonly path: string
  readonly css: string
}

export interface BuiltSheet {
  readonly css: string
  /** Name of a face → address of its file; where it has several, of the first. */
  readonly fonts: ReadonlyMap<string, string>
  /** What names the faces: `@font-face` rules, and the variables that `<html>` has them by. */
  readonly faces: string
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

/** Several style sheets as one that can stand at any address. */
export const builtSheet = (files: readonly BuiltFile[]): BuiltSheet => {
  const css = files.map(absolute).join('\n')
  const faces = css.match(FACE) ?? []
  const fonts = faces.flatMap((rule) => {
    const file = part(rule, /url\((\/[^)]+)\)/)
    return file ? [[part(rule, /font-family:([^;}]+)/), file] as const] : []
  })
  const variables = [...css.matchAll(/\.[\w-]+_variable\{([^}]*)\}/g)].flatMap(
    ([, rules = '']) => rules.match(VARIABLE) ?? [],
  )
  return { css, fonts: new Map(fonts.toReversed()), faces: faces.join('\n'), variables: variables.join(';') }
}
