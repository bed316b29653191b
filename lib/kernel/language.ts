/** The canonical spelling of a BCP 47 language tag, or null when it is none. */
export const readLanguage = (tag: string): string | null => {
  if (tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
