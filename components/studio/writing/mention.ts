import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PieceFound } from './piece-link-list'

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

/** Behind the blank that a link has just left, or -1. */
const BLANK = new PluginKey<number>('blank behind a link')
/** What stands close to the word before it. */
const CLOSES = /^[.,;:!?)\]}»”’…%]/

/** Puts a link to a piece in place of what was typed, and a blank to go on behind. */
export const linkToPiece = (editor: Editor, { from, to }: Mention, { id, title }: PieceFound): void => {
  const marks = [{ type: 'link', attrs: { href: `/pieces/${id}`, title: '' } }]
  editor
    .chain()
    .insertContentAt({ from, to }, [
      { type: 'text', text: title, marks },
      { type: 'text', text: ' ' },
    ])
    .setMeta(BLANK, true)
    .run()
}

/** `@` asks for a piece to link to. The blank behind its link makes room for a full stop, and is not typed twice. */
export const mentionPlugin = ({ onMention, onKey }: Deps): Plugin => {
  let open = false
  /** Escape: not this one. */
  let left = -1
  return new Plugin<number>({
    key: BLANK,
    state: {
      init: () => -1,
      apply: (tr, before) => {
        if (tr.getMeta(BLANK) === true) return tr.selection.from
        return tr.docChanged || tr.selectionSet ? -1 : before
      },
    },
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
      handleTextInput: (view, from, _to, text) => {
        if (BLANK.getState(view.state) !== from) return false
        if (text === ' ') {
          view.dispatch(view.state.tr.setSelection(view.state.selection))
          return true
        }
        if (!CLOSES.test(text)) return false
        view.dispatch(view.state.tr.insertText(text, from - 1, from))
        return true
      },
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
