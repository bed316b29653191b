/** Longest address that is compared, in letters. */
const LONGEST = 1_000

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null
  }
}

/**
 * An address of this site as addresses are compared: decoded, small letters, without query, fragment and a slash at
 * its end; `/about/Us/?x=1` is `/about/us`. Null for what is no path, and for the front page.
 */
export const redirectPath = (typed: string): string | null => {
  const path = typed.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith('/') || path.length > LONGEST || /[\\\u0000-\u001f\u007f]/.test(path)) return null
  const segments = path.split('/').slice(1)
  if (segments.at(-1) === '') segments.pop()
  const known = segments.map(decoded).filter((segment) => segment !== null)
  if (known.length === 0 || known.length !== segments.length) return null
  if (known.some((segment) => segment === '' || segment === '.' || segment === '..' || /[/\\]/.test(segment)))
    return null
  return `/${known.join('/').toLowerCase()}`
}

/** The same as it stands in a link. */
export const pathHref = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
