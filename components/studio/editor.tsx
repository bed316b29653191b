'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { addressFacts } from './address-facts'
import { EditorBar } from './editor-bar'
import { PieceFields } from './piece-fields'
import { PiecePreview } from './piece-preview'
import { PieceProblem } from './piece-problem'
import { valuesOf } from './piece-values'
import { SaveConflict } from './save-conflict'
import { TheirText } from './their-text'
import { type EditorProps, useEditor } from './use-editor'
import { usePreview } from './use-preview'

/** Where a piece is written: one plain form. With JavaScript it stays open while it is sent, and the preview lives. */
export function Editor(props: EditorProps) {
  const form = useRef<HTMLFormElement>(null)
  const editor = useEditor(form, props)
  const { piece, problem, theirs, values, sending } = editor
  const { preview, behind } = usePreview(values, editor.firstPreview)
  const { abilities } = piece
  const busy = { 'aria-disabled': sending !== null }
  return (
    <main id="main" className="mx-auto max-w-[80rem] px-4 sm:px-6">
      <VisuallyHidden>
        <h1>{values.title || 'Untitled'}</h1>
      </VisuallyHidden>
      <form ref={form} action={editor.send} onSubmit={editor.submit} onInput={editor.read}>
        <EditorBar {...editor} words={preview.wordCount} />
        <input type="hidden" name="articleId" value={piece.id} />
        <input type="hidden" name="version" value={editor.version} />
        {problem && !theirs ? <PieceProblem error={problem} /> : null}
        {problem && theirs ? (
          <SaveConflict error={problem} studioPath={`/studio/${piece.id}`} onTakeTheirs={editor.takeTheirs} />
        ) : null}
        {abilities.restore && !abilities.save ? (
          <Notice kind="waiting">
            <p>This piece is in the trash. Restore it to go on writing.</p>
          </Notice>
        ) : null}
        <div className="editor-columns">
          <div className="grid content-start gap-6">
            <PieceFields
              key={editor.filled.round}
              values={editor.filled.values}
              errors={problem?.fields ?? {}}
              readOnly={!abilities.save}
              address={addressFacts(piece, values)}
            />
            {abilities.unpublish || abilities.trash ? (
              <div className="flex flex-wrap gap-3 border-t border-rule pt-4">
                {abilities.unpublish ? (
                  <Button name="intent" value="unpublish" {...busy}>
                    Unpublish
                  </Button>
                ) : null}
                {abilities.trash ? (
                  <Button kind="danger" name="intent" value="trash" {...busy}>
                    Move to trash
                  </Button>
                ) : null}
              </div>
            ) : null}
          </div>
          {theirs ? (
            <TheirText theirs={valuesOf(theirs)} mine={values} />
          ) : (
            <PiecePreview values={values} preview={preview} behind={behind} />
          )}
        </div>
      </form>
    </main>
  )
}
