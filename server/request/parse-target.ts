/** The address of a request, understood. */
export interface Target {
  /** As it came, percent-encoded, without the query: safe to hand on. */
  readonly path: string
  /** Decoded and NFC; none is empty, `.` or `..`, none holds a slash, a backslash or a control character. */
  readonly segments: readonly string[]
  /** `/about/`: the same page under a second address. */
  readonly trailingSlash: boolean
  readonly query: URLSearchParams
  /** As it came, with its question mark, or ''. */
  readonly search: string
}

/** malformed: no HTTP path at all. unknown: a path, but none that can exist here. */
export type TargetProblem = 'malformed' | 'too-long' | 'unknown'

/** Longest address (bytes): a slug of 80 letters is 960 bytes percent-encoded, a staff page’s query far below the rest. */
const LONGEST = 4096
const PRINTABLE = /^\/[\x21-\x7e]*$/
const FORBIDDEN = /[\u0000-\u001f\u007f/\\]/

/** What stands for nothing but itself. */
const PLAIN = /^[\w-]+$/

const decode = (segment: string): string | null => {
  if (PLAIN.test(segment)) return segment
  try {
    const text = decodeURIComponent(segment).normalize('NFC')
    return text === '' || text === '.' || text === '..' || FORBIDDEN.test(text) ? null : text
  } catch {
    return null
  }
}

/** Of most addresses; nobody changes the query of a request. */
export const NO_QUERY = new URLSearchParams()

/** Reads a request's target strictly: what browsers never send is not repaired. */
export const parseTarget = (url: string): Target | TargetProblem => {
  if (url.length > LONGEST) return 'too-long'
  if (!PRINTABLE.test(url) || url.includes('#')) return 'malformed'
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const search = mark < 0 ? '' : url.slice(mark)
  const trailingSlash = path.length > 1 && path.endsWith('/')
  const parts = (trailingSlash ? path.slice(1, -1) : path.slice(1)).split('/')
  const segments = path === '/' ? [] : parts.map(decode)
  const known = segments.filter((segment) => segment !== null)
  if (known.length !== segments.length) return 'unknown'
  return {
    path,
    segments: known,
    trailingSlash,
    query: search === '' ? NO_QUERY : new URLSearchParams(search),
    search,
  }
}
