import { z } from 'zod'
import { READABLE, type Scheme, worstContrast } from '../kernel/palette'

export const FONTS = ['house', 'schibsted', 'literata', 'source-serif', 'atkinson', 'system'] as const
export type Font = (typeof FONTS)[number]
const DENSITIES = ['airy', 'compact'] as const

const HELP = 'Write a colour as # and six signs, for example #2846a8, or leave this empty for ours.'
const REMEDY: Readonly<Record<Scheme, string>> = {
  light: 'on white paper. Choose a darker one.',
  dark: 'on dark paper. Choose a lighter one, or leave this empty.',
}

/** '' or a colour that can be read as text on every ground of its scheme. */
const accentFor = (scheme: Scheme) =>
  z
    .string()
    .max(100, HELP)
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.string().regex(/^(?:#[0-9a-f]{6})?$/, HELP))
    .superRefine((colour, context) => {
      if (!/^#[0-9a-f]{6}$/.test(colour)) return
      const found = worstContrast(colour, scheme)
      if (found >= READABLE) return
      // Rounded down: 4.49 is not 4.5.
      const shown = Math.floor(found * 10) / 10
      const message = `Links in this colour could not be read ${REMEDY[scheme]} (Contrast ${shown}; it takes ${READABLE}.)`
      context.addIssue({ code: 'custom', message })
    })

/** '' or the name of a picture of the media library. */
const pictureOfLibrary = z.string().regex(/^(?:[0-9a-f]{26})?$/)

/** How public pages look, beyond what the house has chosen. */
export const themeFields = {
  accent: accentFor('light').default(''),
  /** '' for the accent, made lighter. */
  accentDark: accentFor('dark').default(''),
  /** Of headlines and small words. */
  headlineFont: z.enum(FONTS).default('house'),
  textFont: z.enum(FONTS).default('house'),
  density: z.enum(DENSITIES).default('airy'),
  /** In place of the name at the top; '' for the name. */
  logo: pictureOfLibrary.default(''),
  /** The same on dark paper; '' for the same picture. */
  logoDark: pictureOfLibrary.default(''),
}

/** The look of the house. */
export const HOUSE_THEME = z.strictObject(themeFields).parse({})
export type ThemeSettings = typeof HOUSE_THEME
