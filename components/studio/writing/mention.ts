import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** An `@` with what was typed behind it. */
export interface Mention {
  readonly words: string
  readonly from: number
  readonly to: number
  /** Where the list goes, in the window. */
  readonly left: number
  readonly bottom: number
}

export type MentionKey = 'up' | 'down' | 'choose' | 'leave'

interface Deps {
  readonly onMention: (mention: Mention | null) => void
  /** Whether the list took the key. */
  readonly onKey: (key: MentionKey) => boolean
}

const AT = /(?:^|[\s(“"])@([\p{L}\p{N}][\p{L}\p{N} .:’'-]{0,39})?$/u
const KEYS: Readonly<Record<string, MentionKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'choose',
  Tab: 'choose',
  Escape: 'leave',
}

const mentionAt = (view: EditorView): Mention | null => {
  const { $from, empty } = view.state.selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    undefined,
    '\ufffc',
  )
  const found = AT.exec(before)
  if (!found) return null
  const words = found[1] ?? ''
  const from = $from.pos - words.length - 1
  const { left, bottom } = view.coordsAtPos(from)
  return { words, from, to: $from.pos, left, bottom }
}

/** `@` asks for a piece to link to. */
export const mentionPlugin = ({ onMention, onKey }: Deps): Plugin => {
  let open = false
  /** Escape: not this one. */
  let left = -1
  return new Plugin({
    view: () => ({
      update: (view, before) => {
        if (view.state.doc === before.doc && view.state.selection.eq(before.selection)) return
        const typed = view.state.doc !== before.doc
        const mention = (open || typed) && view.hasFocus() ? mentionAt(view) : null
        if (mention?.from === left && left >= 0) return
        if (!mention) left = -1
        if (!mention && !open) return
        open = mention !== null
        onMention(mention)
      },
      destroy: () => onMention(null),
    }),
    props: {
      handleKeyDown: (view, event) => {
        const key = KEYS[event.key]
        if (!open || !key || event.isComposing) return false
        if (key === 'leave') {
          left = mentionAt(view)?.from ?? -1
          open = false
          onMention(null)
          return true
        }
        return onKey(key)
      },
    },
  })
}
