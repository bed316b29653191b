import type { Footnote } from './document'
import { dirOf } from './dir-of'
import { renderInline } from './render-inline'
import type { Rendering } from './rendering'

const note = ({ content }: Footnote, number: number, rendering: Rendering): string =>
  `<li id="fn-${number}"${dirOf(content, rendering)}>${renderInline(content, rendering)} ` +
  `<a href="#fnref-${number}" role="doc-backlink" aria-label="Back to ${number}">↩</a></li>`

/**
 * The notes called since there were `before` of them, to stand right after the block that calls them: below it on a
 * narrow page, beside it on a wide one. '' when there are none.
 */
export const renderNotes = (before: number, rendering: Rendering): string => {
  const added = rendering.notes.slice(before)
  if (added.length === 0) return ''
  const items = added.map((one, i) => note(one, before + i + 1, rendering))
  return `<ol class="notes"${before === 0 ? '' : ` start="${before + 1}"`}>${items.join('')}</ol>`
}
