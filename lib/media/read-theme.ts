import type { Ports } from '../ports'
import type { ThemeSettings } from '../settings/theme'
import type { Picture } from './picture'

/** How public pages look. */
export interface ThemeView extends Omit<ThemeSettings, 'logo' | 'logoDark'> {
  /** Null for the publication's name. */
  readonly logo: Picture | null
  /** On dark paper; null for the same. */
  readonly logoDark: Picture | null
}

/** The owner's choices, with what must be known of the pictures. One that is gone from the library is none. */
export const readTheme = async ({
  settingsStore,
  mediaStore,
}: Pick<Ports, 'settingsStore' | 'mediaStore'>): Promise<ThemeView> => {
  const { settings } = await settingsStore.read()
  const { accent, accentDark, headlineFont, textFont, density } = settings
  const names = [settings.logo, settings.logoDark].filter((name) => name !== '')
  const pictures = names.length > 0 ? await mediaStore.pictures(names) : []
  const named = (wanted: string): Picture | null => pictures.find(({ name }) => name === wanted) ?? null
  return {
    ...{ accent, accentDark, headlineFont, textFont, density },
    ...{ logo: named(settings.logo), logoDark: named(settings.logoDark) },
  }
}
