/** An accent in both schemes, with what is made of it. Colours are #rrggbb. */
export interface Palette {
  readonly accent: string
  /** Under the pointer. */
  readonly strong: string
  /** Behind words. */
  readonly wash: string
}

/** What stands behind words, and their ink, in both schemes (app/styles/tokens.css; a test compares). */
export const GROUNDS = {
  light: { page: '#ffffff', sheet: '#f4f6f5', ink: '#14181b' },
  dark: { page: '#111517', sheet: '#191f22', ink: '#e7ebec' },
} as const
export type Scheme = keyof typeof GROUNDS

/** WCAG 2.2: what words of this size need. */
export const READABLE = 4.5
/** What an accent chosen for us is brought to, in the dark. */
const COMFORTABLE = 7

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** 1 (the same) to 21 (black on white). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** `share` of `other` in `one`: 0 is `one`. */
const mix = (one: string, other: string, share: number): string => {
  const to = channels(other)
  const mixed = channels(one).map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The colours that follow from an accent (`#rrggbb`), on light or on dark paper. */
export const paletteOf = (accent: string, scheme: Scheme): Palette => {
  const { page, ink } = GROUNDS[scheme]
  return { accent, strong: mix(accent, ink, 0.4), wash: mix(page, accent, scheme === 'light' ? 0.09 : 0.16) }
}

/** How well an accent can be read where it is worst: on the page, on sheets, and on its own wash. */
export const worstContrast = (accent: string, scheme: Scheme): number => {
  const { page, sheet } = GROUNDS[scheme]
  return Math.min(...[page, sheet, paletteOf(accent, scheme).wash].map((ground) => contrast(accent, ground)))
}

/** The same colour for the dark: as light as it must be to be read with ease. */
export const inTheDark = (accent: string): string => {
  for (let share = 0; share <= 1; share += 0.05) {
    const lighter = mix(accent, '#ffffff', share)
    if (worstContrast(lighter, 'dark') >= COMFORTABLE) return lighter
  }
  return '#ffffff'
}

/** Blue of the house, on both papers (app/styles/tokens.css; a test compares). */
export const HOUSE_ACCENTS = { light: '#2846a8', dark: '#9db3ff' } as const

/** Both accents of a theme; '' is the house's, and on dark paper the light one made lighter. */
export const accentsOf = ({
  accent,
  accentDark,
}: {
  readonly accent: string
  readonly accentDark: string
}): Readonly<Record<Scheme, string>> => ({
  light: accent || HOUSE_ACCENTS.light,
  dark: accentDark || (accent ? inTheDark(accent) : HOUSE_ACCENTS.dark),
})
