/** A language as Open Graph writes it, with the region where most of its readers are when none is named: `fr_FR`. */
export const openGraphLocale = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region ? `${language}_${region}` : language
}
