import { createHash } from 'node:crypto'

/** A style element and what the policy says of it. */
export interface StyleElement {
  /** Its text, in which nothing ends it; '' for none. */
  readonly style: string
  /** As Content-Security-Policy names it; null for none. */
  readonly policy: string | null
}

/** Makes one of a text of CSS, in which nothing ends the element early. */
export const styleElement = (text: string): StyleElement => {
  if (text === '') return { style: '', policy: null }
  const style = text.replaceAll('</', '<\\/')
  return { style, policy: `'sha256-${createHash('sha256').update(style).digest('base64')}'` }
}
