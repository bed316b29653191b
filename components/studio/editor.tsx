import { useMemo, useRef } from 'react'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { addressFacts } from './address-facts'
import { EditorBar } from './editor-bar'
import { LockStrip } from './lock/lock-strip'
import { PieceFields } from './piece-fields'
import { FoundText } from './found-text'
import { PieceNav } from './piece-nav'
import { PieceProblem } from './piece-problem'
import { PiecePreview } from './piece-preview'
import { valuesOf } from './piece-values'
import { PutAway } from './put-away'
import { SaveConflict } from './save-conflict'
import { TheirText } from './their-text'
import type { SheetStart } from './sheet-start'
import { useEditor } from './use-editor'
import { usePreview } from './use-preview'

/**
 * Where a piece is written: one plain form. With JavaScript it stays open while it is sent, and the preview lives.
 * `post` is how the form posts by itself; only the server, which writes it into the page, has it.
 */
export function Editor({ start, post }: { start: SheetStart; post?: (form: FormData) => void }) {
  const form = useRef<HTMLFormElement>(null)
  const { state, filled, values, sending, unsaved, firstPreview, ...on } = useEditor(form, start)
  const { piece, over, problem, theirs, said } = state
  const { preview, behind } = usePreview(values, firstPreview)
  const { writing } = on
  const onSheet = writing.surface === 'sheet'
  const isReadOnly = on.lock.kind !== 'mine'
  // Most of the page, and drawn again only where something of it changed: saving by itself is told elsewhere.
  const { settleRef, setSurface, words } = writing
  const { onText } = on
  const fields = useMemo(
    () => (
      <PieceFields
        key={filled.round}
        values={filled.values}
        typed={values}
        errors={problem?.fields ?? {}}
        readOnly={!piece.abilities.save || isReadOnly}
        address={addressFacts(piece, values)}
        writing={{
          ...{ stored: piece, title: values.title, language: values.language.trim() },
          ...{ isCompared: theirs !== null, onText, settleRef },
          ...{ onSurface: setSurface, onWords: words.say },
        }}
      />
    ),
    [filled, values, problem, piece, isReadOnly, theirs, onText, settleRef, setSurface, words],
  )
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
      <VisuallyHidden>
        <h1>{values.title || 'Untitled'}</h1>
      </VisuallyHidden>
      {on.found ? <FoundText found={on.found} onTake={on.takeFound} /> : null}
      <PieceNav articleId={piece.id} current="text" />
      <LockStrip lock={on.lock} onTake={on.take} />
      <form ref={form} action={post} onSubmit={on.submit} onInput={on.read}>
        <EditorBar
          piece={piece}
          zone={start.zone}
          words={writing.words}
          wordCount={preview.wordCount}
          said={said}
          unsaved={unsaved}
          sending={sending}
          autosave={on.autosave}
          isTorn={theirs !== null}
          isReadOnly={isReadOnly}
        />
        <input type="hidden" name="articleId" value={piece.id} />
        <input type="hidden" name="version" value={over.version} />
        <input type="hidden" name="slugBefore" value={over.slugBefore} />
        {/* Who saves with both texts in sight settles which one goes on. */}
        <input type="hidden" name="conflict" value={(theirs && piece.conflictRevisionId) ?? ''} />
        {problem && theirs ? <SaveConflict error={problem} theirs={theirs} /> : null}
        {problem && !theirs ? (
          <PieceProblem error={problem} articleId={piece.id} saved={problem.details?.saved === true} />
        ) : null}
        <div className="editor-columns" data-surface={onSheet && !theirs ? 'sheet' : 'source'}>
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
            {theirs ? <h2 className="text-h3 font-bold">Yours</h2> : null}
            {fields}
            {isReadOnly ? null : <PutAway piece={piece} sending={sending} />}
          </div>
          {theirs ? (
            <TheirText theirs={valuesOf(theirs)} mine={values} />
          ) : onSheet ? null : (
            <PiecePreview values={values} preview={preview} behind={behind} />
          )}
        </div>
      </form>
    </main>
  )
}
