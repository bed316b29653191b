const LONGEST = 1_000

const parsed = (typed: string, base?: string): URL | null => {
  try {
    return new URL(typed, base)
  } catch {
    return null
  }
}

/** It is stored and read again: dots may have left two slashes at its beginning, and letters become up to nine signs each. */
const staysItself = (target: string): boolean => !target.startsWith('//') && target.length <= LONGEST

const understood = (typed: string, publicOrigin: string | undefined): string | null => {
  const text = typed.trim()
  if (text === '' || text.length > LONGEST || /[\\\u0000-\u0020\u007f]/.test(text)) return null
  if (text.startsWith('/')) {
    const url = parsed(text, 'http://here.invalid')
    return url?.host === 'here.invalid' ? url.pathname + url.search + url.hash : null
  }
  if (!/^https?:\/\//i.test(text)) return null
  const url = parsed(text)
  if (!url || url.username !== '' || url.password !== '' || url.hostname === '') return null
  return url.origin === publicOrigin ? url.pathname + url.search + url.hash : url.href
}

/**
 * Where an address may lead: a place of this site (`/articles/ropes?sort=oldest#comments`), or a page elsewhere by its
 * whole http(s) address. Anything else is null: other schemes, names and passwords, `//elsewhere`. What is typed as a
 * whole address of this site becomes a place of it.
 */
export const linkTarget = (typed: string, publicOrigin: string | undefined): string | null => {
  const found = understood(typed, publicOrigin)
  return found !== null && staysItself(found) ? found : null
}
