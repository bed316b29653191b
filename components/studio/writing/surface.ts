/** Where this person writes: on the sheet, or in Markdown. */
export type Surface = 'sheet' | 'source'

const KEY = 'stet-studio-surface'

/** What was chosen on this device; the sheet until somebody chose. */
export const wishedSurface = (): Surface => {
  try {
    return localStorage.getItem(KEY) === 'source' ? 'source' : 'sheet'
  } catch {
    return 'sheet'
  }
}

export const rememberSurface = (surface: Surface): void => {
  try {
    localStorage.setItem(KEY, surface)
  } catch {
    // A device that remembers nothing asks anew.
  }
}
