/** The canonical spelling of a BCP 47 language tag, or null when it is none. */
export const readLanguage = (tag: string): string | null => {
  if (tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Sogo Syrc Thaa Yezi'.split(' '),
)

/** Whether a language is written from the right; what is no language tag (half typed) is not. */
export const isRightToLeft = (language: string): boolean => {
  const tag = readLanguage(language)
  return tag !== null && RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '')
}
