import type { Inline } from './document'
import { plainLine } from './plain-text'
import type { Rendering } from './rendering'
import { textDirection } from './text-direction'

/** Named only where a line runs against the piece: an English quotation in an Arabic text. */
export const dirOf = (inlines: readonly Inline[], { direction }: Pick<Rendering, 'direction'>): string => {
  const own = textDirection(plainLine(inlines))
  return own === null || own === direction ? '' : ` dir="${own}"`
}
