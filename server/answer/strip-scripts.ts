/** One whole element or tag of what the framework adds for the browser. */
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const LINK = /<link\b([^>]*?)\/?>/gi
/** What React leaves where metadata might have been streamed in. */
const EMPTY_BOUNDARY = /<div hidden=""><!--\$--><!--\/\$--><\/div>/g
const BOUNDARY_MARK = /<!--\/?\$-->/g

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? ''

/** Data blocks are no scripts: structured data, and what an island begins with. The framework has none. */
const DATA: ReadonlySet<string> = new Set(['application/ld+json', 'application/json'])

/** Our own: data, and the island's module from /islands/. Everything else is the framework's. */
const isOurs = (attributes: string): boolean =>
  DATA.has(attribute(attributes, 'type')) ||
  (attribute(attributes, 'type') === 'module' && attribute(attributes, 'src').startsWith('/islands/'))

const loadsScript = (attributes: string): boolean =>
  /^(?:preload|modulepreload|prefetch)$/.test(attribute(attributes, 'rel')) &&
  (attribute(attributes, 'as') === 'script' || attribute(attributes, 'rel') === 'modulepreload') &&
  !attribute(attributes, 'href').startsWith('/islands/')

/**
 * Takes the framework's scripts, flight data and script preloads out of a page that Next rendered: the sheet brings its
 * own (decision 39), and `script-src 'self'` would refuse the inline ones. Text and attribute values cannot be hit: the
 * renderer escapes `<` and `"` in them, and the sanitiser lets no script into an article.
 */
export const stripScripts = (html: string): string =>
  html
    .replace(SCRIPT, (whole, attributes: string) => (isOurs(attributes) ? whole : ''))
    .replace(LINK, (whole, attributes: string) => (loadsScript(attributes) ? '' : whole))
    .replace(EMPTY_BOUNDARY, '')
    .replace(BOUNDARY_MARK, '')
