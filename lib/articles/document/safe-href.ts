const WITHIN = /^[/#?]/
const OUTSIDE = /^(?:https?:\/\/|mailto:)/i
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * The target of a link as given, or null when no link of ours may have it: only http, https, mailto, and addresses
 * of this site that begin with / # or ?. Judged by the same parser that browsers use, so that tabs, line breaks and
 * back slashes inside a scheme gain nothing.
 */
export const safeHref = (raw: string): string | null => {
  if (raw === '' || raw.length > 2_000 || /[\u0000-\u0020\u007f\\]/.test(raw)) return null
  if (WITHIN.test(raw)) return raw.startsWith('//') ? null : raw
  if (!OUTSIDE.test(raw)) return null
  try {
    return SCHEMES.has(new URL(raw).protocol) ? raw : null
  } catch {
    return null
  }
}
