const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** <td>{languageName('de')}</td>: German. */
export const languageName = (language: string): string =>
  language === '' ? 'Every language' : (names.of(language) ?? language)
