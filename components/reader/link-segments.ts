import LinkifyIt from 'linkify-it'
import { LONGEST_RUN, unbrokenRuns } from '@/lib/kernel/unbroken-runs'

export interface TextSegment {
  readonly text: string
  /** Set for an http(s) address: what the link leads to. */
  readonly href: string | null
}

const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
for (const scheme of ['ftp:', 'mailto:', '//']) finder.add(scheme, null)

/** http(s) only, and never `https://bank.example@elsewhere.example`, which shows one host and leads to another. */
const safeHref = (raw: string): string | null => {
  const url = URL.canParse(raw) ? new URL(raw) : null
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null
}

interface Address {
  readonly url: string
  readonly start: number
  readonly end: number
}

/** In every address of ours: most texts have none, and need no closer look. */
const SIGN = '://'

/** What is longer than any address, and may have been cut, holds none. */
const addressesIn = (text: string): readonly Address[] =>
  (text.includes(SIGN) ? unbrokenRuns(text) : [])
    .filter(({ run }) => run.length < LONGEST_RUN && run.includes(SIGN))
    .flatMap(({ run, start }) =>
      (finder.match(run) ?? []).map(({ url, index, lastIndex }) => ({
        url,
        start: start + index,
        end: start + lastIndex,
      })),
    )

/** Cuts plain text at the addresses written out in it; joined, the segments are the text again. */
export const linkSegments = (text: string): TextSegment[] => {
  const segments: TextSegment[] = []
  let done = 0
  for (const { url, start, end } of addressesIn(text)) {
    const href = safeHref(url)
    if (!href) continue
    if (start > done) segments.push({ text: text.slice(done, start), href: null })
    segments.push({ text: text.slice(start, end), href })
    done = end
  }
  if (done < text.length) segments.push({ text: text.slice(done), href: null })
  return segments
}
