import type { Editor, JSONContent } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { countWords } from './count-words'
import { documentJson } from './document-json'
import type { LookingAt } from './looking-at'
import { type Mention, type MentionKey, mentionPlugin } from './mention'
import { type Pasted, pastePlugin } from './paste-plugin'
import { SEEK } from '../place-in-text'
import { seek } from './seek'
import { makeSheet } from './sheet'

interface Given {
  readonly content: JSONContent
  readonly untouched: string | null
  readonly hasFocus: boolean
  /** A colleague writes just now. */
  readonly isReadOnly: boolean
  readonly language: string
  readonly settleRef: RefObject<(() => void) | null>
  readonly onChange: (json: string) => void
  readonly onWords: (words: number) => void
  readonly onFiles: (editor: Editor, files: readonly File[], at: number) => void
  readonly onMentionKey: (key: MentionKey) => boolean
}

const NO_LOOK: LookingAt = {
  marks: [],
  block: 'paragraph',
  within: [],
  ...{ canUndo: false, canRedo: false, hasSelection: false },
}

/** A sheet in a page: made once for a content, taken away with it. */
export const useSheet = (host: RefObject<HTMLDivElement | null>, given: Given) => {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [look, setLook] = useState(NO_LOOK)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [mention, setMention] = useState<Mention | null>(null)
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })

  const { settleRef } = given
  useEffect(() => {
    if (!host.current) return
    const { content, untouched } = latest.current
    let first = ''
    const words = (made: Editor): void =>
      latest.current.onWords(countWords(made.state.doc, latest.current.language))
    const sheet = makeSheet(
      { element: host.current, content, editable: true },
      {
        onLook: setLook,
        onChange: (json) => {
          words(sheet.editor)
          latest.current.onChange(json === first && untouched !== null ? untouched : json)
        },
      },
    )
    const made = sheet.editor
    first = documentJson(made.state.doc)
    made.registerPlugin(
      pastePlugin({
        onPasted: setPasted,
        onFiles: (files, at) => latest.current.onFiles(made, files, at),
      }),
    )
    // It takes Enter and the arrows before anything else while its list is open.
    made.registerPlugin(
      mentionPlugin({ onMention: setMention, onKey: (key) => latest.current.onMentionKey(key) }),
      (plugin, plugins) => [plugin, ...plugins],
    )
    made.on('transaction', ({ transaction }) => {
      if (transaction.docChanged && transaction.getMeta('uiEvent') !== 'paste') setPasted(null)
    })
    settleRef.current = () => void sheet.settle()
    words(made)
    setEditor(made)
    const sought = new URLSearchParams(window.location.search).get(SEEK)
    const there = sought === null ? null : seek(made.state, sought)
    if (there) {
      made.view.dispatch(there)
      made.view.focus()
    } else if (latest.current.hasFocus) made.commands.focus('end')
    return () => {
      settleRef.current = null
      sheet.destroy()
      setEditor(null)
    }
  }, [host, settleRef])

  const { isReadOnly } = given
  useEffect(() => {
    editor?.setEditable(!isReadOnly, false)
  }, [editor, isReadOnly])

  return { editor, look, pasted, mention, closeMention: () => setMention(null) }
}
