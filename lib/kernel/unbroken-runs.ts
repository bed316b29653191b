/** Longest run looked at in one go (code points); no address worth a link is longer. */
export const LONGEST_RUN = 2_000

const RUN = new RegExp(`\\S{1,${LONGEST_RUN}}`, 'gu')

/**
 * A text as runs without blanks, with their places; a longer one comes in parts. Addresses hold no blanks, and
 * looking for them in one run after the other takes time in proportion to the text: linkify-it on the whole of 64 KiB
 * of `http://a.b/http://a.b/…` took six seconds.
 */
export const unbrokenRuns = (text: string): readonly { readonly run: string; readonly start: number }[] =>
  Array.from(text.matchAll(RUN), ({ 0: run, index }) => ({ run, start: index }))
