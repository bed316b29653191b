import { createHash } from 'node:crypto'
import type { ThemeView } from '../../lib/media/read-theme'
import { finishPage } from '../../lib/press/finished-page'
import type { StaticFile, StaticFiles } from '../answer/static-files'
import { type BuiltSheet, builtSheet } from './built-sheet'
import { firstFaces, specimenTokens, themeCss } from './theme-css'

const LINK = /<link\b[^>]*>/gi
const CSS = 'text/css; charset=utf-8'
/** Sheets of themes that were: a page that was opened before may still ask for its own. */
const KEPT = 20

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? ''

const isStyleSheet = (tag: string): boolean => attribute(tag, 'rel') === 'stylesheet'
const isFont = (tag: string): boolean =>
  attribute(tag, 'rel') === 'preload' && attribute(tag, 'as') === 'font'

const addressOf = (hash: string): string => `/styles/${hash}.css`
const sheetLink = (hash: string): string => `<link rel="stylesheet" href="${addressOf(hash)}"/>`
const fontLink = (address: string): string =>
  `<link rel="preload" href="${address}" as="font" crossorigin="" type="font/woff2"/>`

export interface PageStyles {
  /** One style sheet in place of those the page names, in the owner's theme, and its first faces, two at most. */
  dress(html: string): Promise<string>
  /** By the hash in its address; the present one when there is none of this name. Null before any page was dressed. */
  find(hash: string): { readonly file: StaticFile; readonly isThis: boolean } | null
  /** How a theme looks, within an element of the class `specimen`. */
  specimen(theme: ThemeView): StaticFile
}

/** The style sheets of public pages: what the build has made, and the theme below it, in one file named by its content. */
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
  const sheets = new Map<string, StaticFile>()
  let newest = { hash: '', built: builtSheet([]) }

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

  const keep = (css: string): string => {
    const bytes = Buffer.from(css)
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
    if (!sheets.has(hash)) {
      sheets.set(hash, { page: finishPage(200, CSS, bytes), immutable: true })
      const [oldest] = sheets.keys()
      if (sheets.size > KEPT && oldest !== undefined) sheets.delete(oldest)
    }
    return hash
  }

  return {
    dress: async (html) => {
      const named = (html.match(LINK) ?? []).filter(isStyleSheet).map((tag) => attribute(tag, 'href'))
      if (named.length === 0) return html
      const theme = await readTheme()
      if (hotReload) return html.replace('</head>', `${sheetLink(keep(themeCss(theme)))}</head>`)
      const sheet = builtOf(named)
      const hash = keep(sheet.css + themeCss(theme))
      newest = { hash, built: sheet }
      const fonts = firstFaces(theme).flatMap((face) => sheet.fonts.get(face) ?? [])
      const head = sheetLink(hash) + fonts.map(fontLink).join('')
      let isFirst = true
      return html.replace(LINK, (tag) => {
        if (!isStyleSheet(tag) && !isFont(tag)) return tag
        const instead = isFirst ? head : ''
        isFirst = false
        return instead
      })
    },
    find: (hash) => {
      const file = sheets.get(hash)
      if (file) return { file, isThis: true }
      const present = sheets.get(newest.hash)
      return present ? { file: present, isThis: false } : null
    },
    specimen: (theme) => {
      const { faces, variables } = newest.built
      const css = `${faces}\n.specimen{${variables}}\n${specimenTokens(theme)}`
      return { page: finishPage(200, CSS, Buffer.from(css)), immutable: false }
    },
  }
}
