import type { EditorView } from '@tiptap/pm/view'

/** For the tools of a place, which open below the bar; and a little air at the other end. */
const [ROOM, AIR] = [40, 5]
/** The bars of the page and of the text, with that room: as the style sheet has it for the browser's own scrolling. */
const BARS = 176

/** How ProseMirror scrolls: never behind what stays at the top of the page. */
export const BELOW_BARS = {
  scrollThreshold: { top: BARS, right: 0, bottom: 0, left: 0 },
  scrollMargin: { top: BARS, right: AIR, bottom: AIR, left: AIR },
} as const

/**
 * Keeps the cursor in sight in a line of the text itself, around which nothing moves but the page; anywhere else it is
 * ProseMirror's to do, which asks the style of everything around it: for every key that is felt.
 */
export const keepCursorInSight = (view: EditorView): boolean => {
  const { empty, $head } = view.state.selection
  if (!empty || $head.depth !== 1 || $head.parent.type.spec.code || $head.parent.type.name === 'figure')
    return false
  const { top, bottom } = view.coordsAtPos($head.pos)
  const head = view.dom.closest('.writing')?.querySelector('.writing-head')?.getBoundingClientRect()
  const above = Math.max(0, (head?.bottom ?? 0) + ROOM)
  const below = window.innerHeight - AIR
  if (top < above) window.scrollBy(0, top - above)
  else if (bottom > below) window.scrollBy(0, bottom - below)
  return true
}
