import { closeHistory } from '@tiptap/pm/history'
import type { JSONContent } from '@tiptap/core'
import { type RefObject, useRef, useState } from 'react'
import { AskDialog } from './ask-dialog'
import { FindBar } from './find-bar'
import { insertLink } from './inserts'
import { downloadMarkdown, importMarkdown } from './markdown-file'
import { MarkdownInput } from './markdown-input'
import { linkToPiece } from './mention'
import { PasteChoice } from './paste-choice'
import { remark } from './remark'
import { PieceLinkList, type PieceFound, type PieceListKeys } from './piece-link-list'
import { type PicturePick, PicturePicker } from './picture-picker'
import { type PageTool, Toolbar } from './toolbar'
import type { Tool } from './tools'
import { FailedPictures, UploadLine } from './upload-line'
import { usePictures } from './use-pictures'
import { useQuestions } from './use-questions'
import { useOnlyText } from './use-only-text'
import { useSheet } from './use-sheet'
import { useSheetKeys } from './use-sheet-keys'

export interface WritingSheetProps {
  readonly content: JSONContent
  readonly untouched: string | null
  readonly hasFocus: boolean
  readonly isReadOnly: boolean
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly error: string | null
  readonly settleRef: RefObject<(() => void) | null>
  readonly onChange: (json: string) => void
  readonly onWords: (words: number) => void
  readonly onSource: () => void
}

/** Where the text of a piece is written: the sheet with its tools. It is loaded only where scripts run. */
export function WritingSheet({ error, direction, onSource, ...given }: WritingSheetProps) {
  const host = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const pictures = useRef<PicturePick>(null)
  const markdown = useRef<HTMLInputElement>(null)
  const pieceList = useRef<PieceListKeys>(null)
  const [said, setSaid] = useState('')
  const [finding, setFinding] = useState(false)
  const [focused, setFocused] = useOnlyText()

  const { asking, ask } = useQuestions()
  const { uploading, failed, forgetFailed, put, drop } = usePictures(ask, setSaid)

  const { editor, look, pasted, mention, closeMention } = useSheet(host, {
    ...given,
    onFiles: (made, files, at) => void drop(made, files, at),
    onMentionKey: (key) => pieceList.current?.key(key) ?? false,
  })

  const back = (): void => void editor?.view.focus()
  const use = async (tool: Tool): Promise<void> => {
    if (!editor?.isEditable || tool.isUseless?.(look)) return
    if (!tool.asks) {
      // A tool is a step of its own: undoing it leaves what was typed the moment before.
      editor.view.dispatch(closeHistory(editor.state.tr))
      tool.run(editor)
      const pressed = tool.isPressed?.(look)
      return setSaid(pressed === undefined ? tool.name : `${tool.name} ${pressed ? 'off' : 'on'}`)
    }
    const done = await tool.asks(editor, ask)
    if (done) setSaid(done)
    if (tool.name !== 'Note') back()
  }
  const linkTo = (piece: PieceFound): void => {
    if (!editor || !mention) return
    linkToPiece(editor, mention, piece)
    closeMention()
    setSaid(`Linked to ${piece.title}`)
  }
  const pick = (asGallery: boolean): void => {
    if (editor?.isEditable) pictures.current?.open(asGallery)
  }

  useSheetKeys(host, {
    toTools: () => {
      bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
      setSaid('Tools. Arrows go from one to the next, Escape leads back.')
    },
    onLink: () => {
      if (!editor) return
      void insertLink(editor, ask).then((done) => {
        if (done) setSaid(done)
        back()
      })
    },
    onFind: () => setFinding(true),
  })

  const pageTools: readonly PageTool[] = [
    { name: 'Picture', sign: 'Picture', run: () => pick(false) },
    { name: 'Gallery', sign: 'Gallery', run: () => pick(true) },
    {
      name: 'Find and replace',
      sign: 'Find',
      keys: 'Control+F',
      isPressed: finding,
      run: () => setFinding(!finding),
    },
    { name: 'Note to colleagues', sign: 'Remark', run: () => editor && remark(editor) },
    { name: 'Only the text', sign: 'Focus', isPressed: focused, run: () => setFocused(!focused) },
    { name: 'Markdown', sign: 'Markdown', run: onSource },
    { name: 'Import Markdown', sign: 'Import', run: () => markdown.current?.click() },
    {
      name: 'Download Markdown',
      sign: 'Download',
      run: () => void (editor && downloadMarkdown(editor, given.title).then(setSaid)),
    },
  ]

  return (
    <div className="writing">
      <div className="writing-head">
        {given.isReadOnly ? null : (
          <Toolbar
            look={look}
            bar={bar}
            pageTools={pageTools}
            onTool={(tool) => void use(tool)}
            onLeave={back}
          />
        )}
        {finding && editor ? (
          <FindBar
            editor={editor}
            say={setSaid}
            onClose={() => {
              setFinding(false)
              back()
            }}
          />
        ) : null}
        {uploading ? <UploadLine uploading={uploading} /> : null}
        {failed.length > 0 ? <FailedPictures failed={failed} onRead={forgetFailed} /> : null}
        {pasted ? <PasteChoice pasted={pasted} /> : null}
      </div>
      {error ? (
        <p className="field-error" id="writing-error">
          {error}
        </p>
      ) : null}
      <div ref={host} id="writing-text" className="writing-host" lang={given.language} dir={direction} />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <PicturePicker
        pick={pictures}
        say={setSaid}
        onLeave={back}
        onPictures={(chosen, asGallery) => {
          if (editor) put(editor, chosen, asGallery)
        }}
      />
      <MarkdownInput
        input={markdown}
        onFile={(file) => {
          if (editor?.isEditable) void importMarkdown(editor, file).then(setSaid)
        }}
      />
      {mention ? <PieceLinkList mention={mention} keys={pieceList} onChoose={linkTo} /> : null}
      {asking ? <AskDialog key={asking.number} question={asking.question} onAnswer={asking.answer} /> : null}
    </div>
  )
}
