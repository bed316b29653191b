import { Fragment } from 'react'
import type { MarkedPart } from '@/lib/text/mark-text'

/** A text with what was looked for marked. */
export function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map(({ text, hit }, index) => (
    <Fragment key={index}>{hit ? <mark>{text}</mark> : text}</Fragment>
  ))
}
