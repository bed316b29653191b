import { type Scheme, accentsOf, paletteOf } from '../../lib/kernel/palette'
import { variantPath } from '../../lib/media/media-address'
import type { Picture } from '../../lib/media/picture'
import type { ThemeView } from '../../lib/media/read-theme'
import type { Font } from '../../lib/settings/theme'

interface Face {
  /** As app/fonts.ts and app/theme-fonts.ts call the file that most of a page is set in; none of the reader's own. */
  readonly file: string | null
  readonly upright: string
  readonly italic: string
}

const SANS = 'ui-sans-serif, system-ui, sans-serif'
const alike = (file: string | null, stack: string): Face => ({ file, upright: stack, italic: stack })

/** As in app/styles/tokens.css. */
const GROTESK = alike(
  'grotesk',
  `var(--font-grotesk), var(--font-grotesk-more), var(--font-grotesk-central), var(--font-grotesk-ext), 'grotesk Arial', 'grotesk Roboto', 'grotesk DejaVu', ${SANS}`,
)
const LITERATA = alike(
  'literata',
  "var(--font-literata), var(--font-literata-more), var(--font-literata-central), var(--font-literata-ext), 'literata Times', 'literata Noto', 'literata DejaVu', Georgia, serif",
)

const FACES: Readonly<Record<Exclude<Font, 'house'>, Face>> = {
  schibsted: GROTESK,
  literata: LITERATA,
  'source-serif': {
    file: 'sourceSerif',
    upright: 'var(--font-source-serif), Georgia, serif',
    italic: 'var(--font-source-serif-italic), Georgia, serif',
  },
  atkinson: {
    file: 'atkinson',
    upright: `var(--font-atkinson), ${SANS}`,
    italic: `var(--font-atkinson-italic), ${SANS}`,
  },
  system: alike(null, SANS),
}

const COMPACT: Readonly<Record<string, string>> = {
  '--size-body': 'clamp(1.0625rem, 1.02rem + 0.2vw, 1.125rem)',
  '--size-h1': 'clamp(1.75rem, 1.3rem + 2vw, 2.75rem)',
  '--size-lead': 'clamp(1.75rem, 1.2rem + 2.4vw, 3rem)',
  '--space-3': '1rem',
  '--space-4': '1.5rem',
  '--space-6': '2rem',
  '--space-9': '3rem',
}

const headlines = ({ headlineFont }: ThemeView): Face =>
  headlineFont === 'house' ? GROTESK : FACES[headlineFont]
const text = ({ textFont }: ThemeView): Face => (textFont === 'house' ? LITERATA : FACES[textFont])

/** Faces that every page of this theme begins with, at most two. */
export const firstFaces = (theme: ThemeView): readonly string[] => [
  ...new Set([headlines(theme), text(theme)].flatMap(({ file }) => file ?? [])),
]

/** Whether a page of this theme may need a face; what belongs to none of the owner's fonts, every page may. */
export const hasFace = (theme: ThemeView, family: string): boolean => {
  const fonts = Object.values(FACES).flatMap(({ file }) => file ?? [])
  const font = fonts.find((name) => family.startsWith(name))
  return font === undefined || firstFaces(theme).includes(font)
}

type Tokens = Readonly<Record<string, string>>

/** What the accent is made into, on one paper. */
const accentTokens = (theme: ThemeView, scheme: Scheme): Tokens => {
  const { accent, strong, wash } = paletteOf(accentsOf(theme)[scheme], scheme)
  return { '--blue': accent, '--blue-strong': strong, '--blue-wash': wash }
}

/** Type and distances: the tokens (app/styles/tokens.css) that a theme gives another value on any paper. */
const typeTokens = (theme: ThemeView): Tokens => ({
  ...(theme.headlineFont === 'house' ? {} : { '--sans': headlines(theme).upright }),
  ...(theme.textFont === 'house'
    ? {}
    : { '--serif': text(theme).upright, '--serif-italic': text(theme).italic }),
  ...(theme.density === 'compact' ? COMPACT : {}),
})

/** Wide enough for the front page of a sharp screen (pixels). */
const LOGO_WIDTH = 960

const logoFile = ({ name, widths }: Picture): string =>
  variantPath(name, widths.find((width) => width >= LOGO_WIDTH) ?? widths.at(-1) ?? 0, 'webp')

/** The name stays in the page, for those who hear it, and on paper. */
const logoCss = ({ logo, logoDark }: ThemeView): string => {
  if (!logo) return ''
  const dark = logoDark
    ? `@media screen and (prefers-color-scheme:dark){.nameplate>a{background-image:url(${logoFile(logoDark)})}}`
    : ''
  return (
    `@media screen{.nameplate>a{display:block;block-size:2.25rem;max-inline-size:100%;aspect-ratio:${logo.width}/${logo.height};` +
    `background:url(${logoFile(logo)}) left center/contain no-repeat;overflow:hidden;white-space:nowrap;text-indent:101%}` +
    `.masthead-front>.nameplate>a{block-size:clamp(3.5rem,2.5rem + 5vw,6.5rem)}}${dark}`
  )
}

const rule = (selector: string, tokens: Tokens): string => {
  const lines = Object.entries(tokens).map(([name, value]) => `${name}:${value}`)
  return lines.length === 0 ? '' : `${selector}{${lines.join(';')}}`
}

const accentCss = (theme: ThemeView): string =>
  theme.accent === '' && theme.accentDark === ''
    ? ''
    : rule(':root', accentTokens(theme, 'light')) +
      `@media (prefers-color-scheme:dark){${rule(':root', accentTokens(theme, 'dark'))}}`

/** A theme as a style sheet that stands below the house's; '' for the look of the house. */
export const themeCss = (theme: ThemeView): string =>
  rule(':root', typeTokens(theme)) + accentCss(theme) + logoCss(theme)

/** The same for a part of a page, whatever theme the page has: type said once more, and each paper its own accent. */
export const specimenTokens = (theme: ThemeView): string => {
  const house = { '--sans': GROTESK.upright, '--serif': LITERATA.upright, '--serif-italic': LITERATA.italic }
  return (
    rule('.specimen', { ...house, ...typeTokens(theme) }) +
    rule('.specimen-light', accentTokens(theme, 'light')) +
    rule('.specimen-dark', accentTokens(theme, 'dark'))
  )
}
