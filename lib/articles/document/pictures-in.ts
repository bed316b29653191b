/** As render-html.ts writes a figure's picture; the same letters in a text are escaped. */
const PICTURE = /<img src="([^"]*)"/g

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** Addresses of the pictures in a piece's HTML, each once, in their order: site-relative. */
export const picturesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(PICTURE)].map(([, src = '']) => unescape(src))),
]
