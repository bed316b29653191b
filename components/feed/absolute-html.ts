/** One tag with its attributes; our renderer escapes `<` and `>` everywhere else. */
const TAG = /<[a-z][^<>]*>/gi
const ADDRESS = /(\s(?:href|src|poster)=")([^"]*)"/gi
/** Several addresses, each with its width behind it, between commas (`srcset`); ours hold neither commas nor blanks. */
const ADDRESSES = /(\ssrcset=")([^"]*)"/gi
const EACH = /(^|,)(\s*)([^\s,]+)/g

/** Only what is relative: a scheme stays as it is, whatever follows it. */
export const absolute = (address: string, base: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, base) ? address : new URL(address, base).href

const eachAbsolute = (addresses: string, base: string): string =>
  addresses.replace(
    EACH,
    (_, comma: string, blank: string, address: string) => comma + blank + absolute(address, base),
  )

/** A piece's HTML as it must be away from its page: every address absolute. `base` is the piece's own address. */
export const absoluteHtml = (html: string, base: string): string =>
  html.replace(TAG, (tag) =>
    tag
      .replace(ADDRESS, (_, start: string, address: string) => `${start}${absolute(address, base)}"`)
      .replace(ADDRESSES, (_, start: string, several: string) => `${start}${eachAbsolute(several, base)}"`),
  )
