import { createHash } from 'node:crypto'
import type { ThemeView } from '../../lib/media/read-theme'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import type { StaticFiles } from '../answer/static-files'
import { type BuiltSheet, builtSheet } from './built-sheet'
import { firstFaces, hasFace, specimenTokens, themeCss } from './theme-css'

const LINK = /<link\b[^>]*>/gi
const CSS = 'text/css; charset=utf-8'

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? ''

const isStyleSheet = (tag: string): boolean => attribute(tag, 'rel') === 'stylesheet'
const isFont = (tag: string): boolean =>
  attribute(tag, 'rel') === 'preload' && attribute(tag, 'as') === 'font'

const fontLink = (address: string): string =>
  `<link rel="preload" href="${address}" as="font" crossorigin="" type="font/woff2"/>`

/** A page with its styles in it. */
export interface DressedPage {
  readonly html: string
  /** Which style element the page's policy must allow, as Content-Security-Policy names it; null when there is none. */
  readonly style: string | null
}

export interface PageStyles {
  /**
   * The styles themselves in place of the sheets a page names, in the owner's theme, and its first faces, two at most:
   * page and styles fit into what a server may send before it hears from the reader again (decision 35).
   */
  dress(html: string): Promise<DressedPage>
  /** How a theme looks, within an element of the class `specimen`. */
  specimen(theme: ThemeView): FinishedPage
}

/** A style element, which nothing in its text can end, and its name in a policy. */
const styleElement = (text: string): { readonly element: string; readonly style: string } => {
  const css = text.replaceAll('</', '<\\/')
  const hash = createHash('sha256').update(css).digest('base64')
  return { element: `<style>${css}</style>`, style: `'sha256-${hash}'` }
}

const COLOUR = /\sdata-colour="(#[0-9a-f]{6})"/g

/** Each picture of a page in its own colour until it comes, which no style sheet for all pages can say. */
const picturesCss = (html: string): string =>
  [...new Set([...html.matchAll(COLOUR)].map(([, colour]) => colour))]
    .map((colour) => `img[data-colour="${colour}"]{background-color:${colour}}`)
    .join('')

/** The styles of public pages: what the build has made, and the owner's theme below it. */
export const pageStyles = ({
  files,
  theme: readTheme,
  hotReload = false,
}: {
  readonly files: Pick<StaticFiles, 'find'>
  readonly theme: () => Promise<ThemeView>
  /** Next serves the house's own sheets, which change at any time. */
  readonly hotReload?: boolean
}): PageStyles => {
  const built = new Map<string, BuiltSheet>()
  let newest = builtSheet([])

  const builtOf = (paths: readonly string[]): BuiltSheet => {
    const key = paths.join(' ')
    const known = built.get(key)
    if (known) return known
    const sheet = builtSheet(
      paths.map((path) => ({ path, css: files.find(path)?.page.bytes.toString('utf8') ?? '' })),
    )
    built.set(key, sheet)
    return sheet
  }

  return {
    dress: async (html) => {
      const named = (html.match(LINK) ?? []).filter(isStyleSheet).map((tag) => attribute(tag, 'href'))
      if (named.length === 0) return { html, style: null }
      const theme = await readTheme()
      if (hotReload) {
        const { element, style } = styleElement(themeCss(theme))
        return { html: html.replace('</head>', () => `${element}</head>`), style }
      }
      newest = builtOf(named)
      const { css, faces } = newest
      const rules = faces.filter(({ family }) => hasFace(theme, family)).map(({ rule }) => rule)
      const { element, style } = styleElement(rules.join('') + css + themeCss(theme) + picturesCss(html))
      const preloaded = firstFaces(theme).flatMap(
        (first) => faces.find(({ family, file }) => family === first && file !== null)?.file ?? [],
      )
      const head = preloaded.map(fontLink).join('') + element
      let isFirst = true
      const dressed = html.replace(LINK, (tag) => {
        if (!isStyleSheet(tag) && !isFont(tag)) return tag
        const instead = isFirst ? head : ''
        isFirst = false
        return instead
      })
      return { html: dressed, style }
    },
    specimen: (theme) => {
      const faces = newest.faces.map(({ rule }) => rule).join('\n')
      const css = `${faces}\n.specimen{${newest.variables}}\n${specimenTokens(theme)}`
      return finishPage(200, CSS, Buffer.from(css))
    },
  }
}
