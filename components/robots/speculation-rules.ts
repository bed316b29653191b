/** Where a reader may go next that is the same for everybody: nothing personal, no search (it is limited), no staff. */
const PLACES = [
  ...['/', '/articles/:slug', '/tags{/:slug}?', '/authors{/:slug}?', '/series{/:slug}?', '/archive{/*}?'],
  ...['/guidelines', '/transparency'],
]

const RULES = JSON.stringify({
  prefetch: [{ where: { href_matches: PLACES, relative_to: 'document' }, eagerness: 'moderate' }],
})

/**
 * The `Speculation-Rules` header (https://wicg.github.io/nav-speculation/speculation-rules.html): a browser that knows it
 * fetches a page when the pointer rests on its link. Pages have no inline script, and a file of its own would share the
 * line with the faces of the first page (decision 50): so the header has the rules in it.
 */
export const SPECULATION_RULES = `"data:application/speculationrules+json,${RULES.replace(/["?#%]/g, encodeURIComponent)}"`
