'use client'

import { useActionState } from 'react'
import { DiffRuns } from '@/components/ui/diff-runs'
import { Notice } from '@/components/ui/notice'
import type { Comparison } from '@/lib/articles/compare-revisions'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { NoteForm } from './note-form'
import { RestoreForm, RevisionDiff } from './revision-diff'

/** What changed from one text to another, and the way back. */
export function RevisionPage({
  comparison,
  canRestore,
  restore,
  canNote,
  note,
}: {
  comparison: Comparison
  canRestore: boolean
  restore: FormAction<{ version: number }>
  canNote: boolean
  note: FormAction<{ version: number }>
}) {
  const [state, send] = useActionState(restore, IDLE)
  const { from, to, source, blocks, lines } = comparison
  const same = lines.length === 0 && blocks.every(({ kind }) => kind === 'same')
  return (
    <div className="grid gap-6">
      {state.kind === 'refused' ? (
        <Notice kind="error" title="This was not done">
          <p>{state.error.message}</p>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="text-h3 font-bold">
          From {from.number} to {to.number}
        </h2>
        {canRestore && !same ? (
          <RestoreForm comparison={comparison} block={null} label="Restore the whole" restore={send} />
        ) : null}
      </div>
      {same ? (
        <p className="text-ink-2">Nothing differs.</p>
      ) : (
        <RevisionDiff comparison={comparison} restore={canRestore ? send : null} />
      )}
      {canNote && !same ? (
        <details>
          <summary className="cursor-pointer py-1 font-semibold">Tell readers what was changed</summary>
          <div className="mt-3">
            <NoteForm
              articleId={comparison.articleId}
              version={comparison.version}
              suggested={comparison.suggested}
              action={note}
            />
          </div>
        </details>
      ) : null}
      <details>
        <summary className="cursor-pointer py-1 font-semibold">Source</summary>
        <pre dir="auto" className="mt-2 overflow-x-auto bg-sheet p-3 whitespace-pre-wrap wrap-anywhere">
          <DiffRuns runs={source} />
        </pre>
      </details>
    </div>
  )
}
