const KEPT_AS = 'stet-studio-holder'

/** This tab, over reloads: what it holds and what it typed goes by this name. */
export const pageName = (): string => {
  const known = sessionStorage.getItem(KEPT_AS)
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(KEPT_AS, made)
  return made
}
