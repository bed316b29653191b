const known = new Map<string, string>()

/** A language as Open Graph writes it, with the region where most of its readers are when none is named: `fr_FR`. */
export const openGraphLocale = (tag: string): string => {
  const before = known.get(tag)
  if (before !== undefined) return before
  const { language, region } = new Intl.Locale(tag).maximize()
  const locale = region ? `${language}_${region}` : language
  known.set(tag, locale)
  return locale
}
