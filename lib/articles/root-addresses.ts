import { GUIDELINES_SLUG } from './article-path'

/** Rooms of staff and members, of programs and of files: what is not there is looked up nowhere else. */
export const ROOMS: ReadonlySet<string> = new Set([
  ...['account', 'api', 'desk', 'internal', 'login', 'media', 'preview', 'settings', 'setup', 'studio'],
])

/** What stands behind these is a key, an id or a file of the build: nothing that anybody would type. */
export const KEYED: ReadonlySet<string> = new Set([
  ...['_next', 'by-mail', 'comments', 'confirm', 'join', 'unsubscribe'],
])

/**
 * First parts of addresses that are the house's own: the one list that no page may take a name from. Held against the
 * table of routes, the pages of app/ and the files of public/ by tests/architecture/routes.test.ts.
 */
export const HOUSE_SEGMENTS: ReadonlySet<string> = new Set([
  ...ROOMS,
  ...KEYED,
  ...['archive', 'articles', 'authors', 'pieces', 'search', 'series', 'tags', 'guidelines', 'transparency'],
  ...['favicon', 'fonts', 'islands', 'manifest', 'styles', 'proof', 'sitemaps'],
  ...['healthz', 'metrics', 'readyz'],
])

/** The first part of a site-relative path: `studio` of `/studio/media`, nothing of `/`. */
export const firstSegment = (path: string): string => path.split('/')[1] ?? ''

/** Whether a page may have this slug. The guidelines are the house's until somebody writes a page of that name. */
export const isFreeRoot = (slug: string): boolean => slug === GUIDELINES_SLUG || !HOUSE_SEGMENTS.has(slug)
