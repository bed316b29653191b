import type { Dress } from '../../components/reader/page-document'
import type { ThemeView } from '../../lib/media/read-theme'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import type { StaticFiles } from '../answer/static-files'
import type { BuiltDress } from '../render/built-dress'
import { type BuiltSheet, builtSheet, mixesItalics, unhurried } from './built-sheet'
import { fittedSheet, furnitureIn, takenApart } from './fitted-sheet'
import { type StyleElement, styleElement } from './style-element'
import { firstFaces, hasFace, specimenTokens, themeCss } from './theme-css'

const CSS = 'text/css; charset=utf-8'
/** Pages of as many makes keep their styles: there are some dozens, of 20 KB each. */
const KEPT = 100

/** What pages wear now. */
export interface Worn extends Dress {
  /** The styles of one page, without those of furniture that it does not have; its policy must allow them. */
  styleOf(html: string): StyleElement
}

/** What the server writes into the head of a page in place of links to sheets. */
export interface PageStyles {
  /**
   * The styles themselves in place of the sheets that the build has made, in the owner's theme, and its first faces, two at
   * most: page and styles fit into what a server may send before it hears from the reader again (decision 35).
   */
  dress(): Promise<Worn>
  /** How a theme looks, within an element of the class `specimen`. */
  specimen(theme: ThemeView): FinishedPage
}

/** The styles of public pages: what the build has made, and the owner's theme below it. */
export const pageStyles = ({
  built,
  files,
  theme: readTheme,
  hotReload = false,
}: {
  readonly built: () => Promise<BuiltDress>
  readonly files: Pick<StaticFiles, 'find'>
  readonly theme: () => Promise<ThemeView>
  /** Next serves the house's own sheets, which change at any time. */
  readonly hotReload?: boolean
}): PageStyles => {
  let newest = builtSheet([])
  let last: { readonly key: string; readonly worn: Worn } | undefined

  const sheetOf = (paths: readonly string[]): BuiltSheet =>
    builtSheet(paths.map((path) => ({ path, css: files.find(path)?.page.bytes.toString('utf8') ?? '' })))

  const wear = ({ classes, styleSheets, island }: BuiltDress, theme: ThemeView): Worn => {
    if (hotReload) {
      const element = styleElement(themeCss(theme))
      return { classes, styleSheets, island, preloads: [], styleOf: () => element }
    }
    newest = sheetOf(styleSheets)
    const { css, faces, variables } = newest
    const worn = faces.filter(({ family }) => hasFace(theme, family))
    const preloads = firstFaces(theme).flatMap(
      (first) => faces.find(({ family, file }) => family === first && file !== null)?.file ?? [],
    )
    const named = variables === '' ? '' : `:root{${variables}}`
    const sheet = takenApart(named + css + themeCss(theme))
    const [calm, whole] = [worn.map(unhurried).join(''), worn.map(({ rule }) => rule).join('')]
    const kept = new Map<string, StyleElement>()
    const styleOf = (html: string): StyleElement => {
      const [mixes, furniture] = [mixesItalics(html), furnitureIn(html)]
      const make = `${mixes} ${furniture.join(' ')}`
      const element = kept.get(make) ?? styleElement((mixes ? whole : calm) + fittedSheet(sheet, furniture))
      if (kept.size >= KEPT && !kept.has(make)) kept.clear()
      kept.set(make, element)
      return element
    }
    return { classes: '', styleSheets: [], island, preloads, styleOf }
  }

  return {
    dress: async () => {
      const [made, theme] = await Promise.all([built(), readTheme()])
      const key = JSON.stringify([made, theme])
      if (last?.key !== key) last = { key, worn: wear(made, theme) }
      return last.worn
    },
    specimen: (theme) => {
      const faces = newest.faces.map(({ rule }) => rule).join('\n')
      const css = `${faces}\n.specimen{${newest.variables}}\n${specimenTokens(theme)}`
      return finishPage(200, CSS, Buffer.from(css))
    },
  }
}
