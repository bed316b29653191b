import { closeHistory, undo } from '@tiptap/pm/history'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { convert } from './convert'
import { cleanHtml } from './paste/clean-html'
import { looksLikeMarkdown } from './paste/looks-like-markdown'
import { picturesAmong } from './picture-source'

/** What was pasted just now: it can still be had plain. */
export interface Pasted {
  readonly picturesLeftOut: number
  readonly keep: () => void
  /** Puts the same in as plain paragraphs. */
  readonly asPlain: () => void
}

interface Deps {
  readonly onPasted: (pasted: Pasted | null) => void
  /** Files of this device, pictures or not. */
  readonly onFiles: (files: readonly File[], at: number) => void
}

/** Our own nodes on the clipboard: nothing is to be cleaned. */
const OWN = /data-pm-slice=/

const plainSlice = (schema: Schema, text: string): Slice => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
  const paragraphs = lines.flatMap((line): readonly Node[] => {
    const made = schema.nodes.paragraph?.create(null, schema.text(line))
    return made ? [made] : []
  })
  return new Slice(
    Fragment.from([...paragraphs]),
    paragraphs.length > 0 ? 1 : 0,
    paragraphs.length > 0 ? 1 : 0,
  )
}

/** A step of its own, so that it can be taken back alone. */
const put = (view: EditorView, slice: Slice): void => {
  const { tr } = view.state
  closeHistory(tr).replaceSelection(slice).scrollIntoView()
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

/** Formatting that somebody may not want: more than paragraphs. */
const hasLooks = (slice: Slice): boolean => {
  let found = false
  slice.content.descendants((node) => {
    if (node.marks.length > 0 || !['paragraph', 'text', 'hardBreak'].includes(node.type.name)) found = true
    return !found
  })
  return found
}

/** Pasting and dropping: foreign HTML is cleaned, Markdown is read, pictures are uploaded, and the choice is offered. */
export const pastePlugin = ({ onPasted, onFiles }: Deps): Plugin => {
  let picturesLeftOut = 0

  const offer = (view: EditorView, slice: Slice, text: string): void => {
    put(view, slice)
    if (!hasLooks(slice) && picturesLeftOut === 0) return onPasted(null)
    const { doc } = view.state
    onPasted({
      picturesLeftOut,
      keep: () => {
        onPasted(null)
        view.focus()
      },
      asPlain: () => {
        onPasted(null)
        if (view.state.doc !== doc) return
        undo(view.state, view.dispatch)
        put(view, plainSlice(view.state.schema, text))
        view.focus()
      },
    })
  }

  const readMarkdown = async (view: EditorView, text: string): Promise<void> => {
    const converted = await convert({ text })
    if (view.isDestroyed) return
    picturesLeftOut = 0
    if (!converted.ok) return void put(view, plainSlice(view.state.schema, text))
    const doc = view.state.schema.nodeFromJSON(converted.value.document)
    // A line goes into the line where the cursor is; blocks stay blocks.
    const open = (child: Node | null): number => (child?.type.name === 'paragraph' ? 1 : 0)
    offer(view, new Slice(doc.content, open(doc.firstChild), open(doc.lastChild)), text)
  }

  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        picturesLeftOut = 0
        if (OWN.test(html)) return html
        const cleaned = cleanHtml(html)
        picturesLeftOut = cleaned.picturesLeftOut
        return cleaned.html
      },
      handlePaste: (view, event, slice) => {
        const { clipboardData } = event
        const html = clipboardData?.getData('text/html') ?? ''
        const text = clipboardData?.getData('text/plain') ?? ''
        const images = picturesAmong(clipboardData?.files)
        if (images.length > 0 && text.trim() === '') {
          onFiles(images, view.state.selection.from)
          return true
        }
        if (view.state.selection.$from.parent.type.spec.code) return false
        if (html === '' && looksLikeMarkdown(text)) {
          void readMarkdown(view, text)
          return true
        }
        if (html === '' || OWN.test(html)) return false
        offer(view, slice, text)
        return true
      },
      handleDrop: (view, event, _slice, moved) => {
        const files = moved ? [] : [...(event.dataTransfer?.files ?? [])]
        if (files.length === 0) return false
        // Whatever it is: the browser would open it in place of the text.
        event.preventDefault()
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        onFiles(files, at ?? view.state.selection.from)
        return true
      },
    },
  })
}
