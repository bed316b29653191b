/** Where a reader may go next that is the same for everybody: nothing personal, no search (it is limited), no staff. */
const PLACES = [
  ...[
    '/',
    '/articles/:slug',
    '/tags',
    '/tags/:slug',
    '/authors',
    '/authors/:slug',
    '/series',
    '/series/:slug',
  ],
  ...['/archive', '/archive/*', '/guidelines', '/transparency'],
]

/**
 * Speculation rules (https://wicg.github.io/nav-speculation/speculation-rules.html): a browser that knows them fetches a
 * page when the pointer rests on its link. Asked for by a header, since pages have no inline script.
 */
export const speculationRules = (): string =>
  JSON.stringify({ prefetch: [{ where: { href_matches: PLACES }, eagerness: 'moderate' }] })
