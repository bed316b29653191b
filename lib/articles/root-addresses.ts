import { GUIDELINES_SLUG } from './article-path'

/**
 * First parts of addresses that are the house's own: the one list that no page may take a name from. Held against the
 * table of routes, the pages of app/ and the files of public/ by tests/architecture/routes.test.ts.
 */
export const HOUSE_SEGMENTS: ReadonlySet<string> = new Set([
  ...['_next', 'account', 'api', 'archive', 'articles', 'authors', 'by-mail', 'comments', 'confirm', 'desk'],
  ...[
    'favicon',
    'fonts',
    'guidelines',
    'healthz',
    'internal',
    'islands',
    'join',
    'login',
    'manifest',
    'media',
  ],
  ...['metrics', 'pieces', 'preview', 'proof', 'readyz', 'search', 'series', 'settings', 'setup', 'sitemaps'],
  ...['studio', 'styles', 'tags', 'transparency', 'unsubscribe'],
])

/** Whether a page may have this slug. The guidelines are the house's until somebody writes a page of that name. */
export const isFreeRoot = (slug: string): boolean => slug === GUIDELINES_SLUG || !HOUSE_SEGMENTS.has(slug)
