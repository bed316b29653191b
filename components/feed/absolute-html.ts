/** One tag with its attributes; our renderer escapes `<` and `>` everywhere else. */
const TAG = /<[a-z][^<>]*>/gi
const ADDRESS = /(\s(?:href|src|poster)=")([^"]*)"/gi

/** Only what is relative: a scheme stays as it is, whatever follows it. */
export const absolute = (address: string, base: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, base) ? address : new URL(address, base).href

/** A piece's HTML as it must be away from its page: every address absolute. `base` is the piece's own address. */
export const absoluteHtml = (html: string, base: string): string =>
  html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_, start: string, address: string) => `${start}${absolute(address, base)}"`),
  )
