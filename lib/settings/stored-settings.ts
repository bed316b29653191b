import { type SiteSettings, siteSettings } from './site-settings'

/** Before the first run nothing is stored: the defaults. */
export const UNNAMED: SiteSettings = siteSettings.parse({ name: 'Stet' })

/** Settings as this version can read them. */
export interface UnderstoodSettings {
  readonly settings: SiteSettings
  /** Keys whose values this version does not understand: a newer one has written them. */
  readonly unread: readonly string[]
}

const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
  siteSettings.shape

/**
 * What is stored, as far as this version understands it: who goes back to it after a newer one loses what only that knows,
 * and not the publication. A choice that is not understood is that of the house.
 */
export const understandSettings = (stored: Readonly<Record<string, unknown>>): UnderstoodSettings => {
  const isRead = (key: string): boolean =>
    Object.hasOwn(shape, key) && shape[key]?.safeParse(stored[key]).success === true
  const unread = Object.keys(stored).filter((key) => !isRead(key))
  const read = Object.entries(stored).filter(([key]) => !unread.includes(key))
  return { settings: siteSettings.parse({ name: UNNAMED.name, ...Object.fromEntries(read) }), unread }
}

/** Stored values that only another version knows: they stay what they are when this one stores its own. */
export const othersOf = (stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(stored).filter(([key]) => !Object.hasOwn(shape, key)))
