import { cutText } from '@/lib/kernel/canonical-text'

/** A comment's beginning for where it is only pointed at: on one line, whole letters, "…" for what is left out. */
export const excerpt = (text: string, max: number): string => {
  const flat = text.replace(/\s+/gu, ' ')
  const kept = cutText(flat, { max })
  return kept.length < flat.length ? `${kept.trimEnd()}…` : kept
}
