import LinkifyIt from 'linkify-it'

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

/** Cuts plain text at the addresses written out in it; joined, the segments are the text again. */
export const linkSegments = (text: string): TextSegment[] => {
  const segments: TextSegment[] = []
  let done = 0
  for (const found of finder.match(text) ?? []) {
    const href = safeHref(found.url)
    if (!href) continue
    if (found.index > done) segments.push({ text: text.slice(done, found.index), href: null })
    segments.push({ text: text.slice(found.index, found.lastIndex), href })
    done = found.lastIndex
  }
  if (done < text.length) segments.push({ text: text.slice(done), href: null })
  return segments
}
