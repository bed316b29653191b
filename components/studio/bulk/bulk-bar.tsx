'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { ArticleStatus } from '@/lib/articles/article-status'
import type { ChangedMany } from '@/lib/articles/change-many'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { BULK_FORM } from './bulk-form'

const MOVES = [
  { value: 'trash', label: 'Move to trash', not: ['trashed'] },
  { value: 'restore', label: 'Restore from the trash', only: ['trashed'] },
  { value: 'return', label: 'Back to the writer', only: ['review'] },
  { value: 'unschedule', label: 'Take off the schedule', only: ['scheduled'] },
  { value: 'unpublish', label: 'Unpublish', only: ['published'] },
] as const satisfies readonly {
  readonly value: string
  readonly label: string
  readonly only?: readonly ArticleStatus[]
  readonly not?: readonly ArticleStatus[]
}[]

/** What can be done with what a tab lists. */
const movesFor = (status: ArticleStatus | null): readonly { value: string; label: string }[] =>
  MOVES.filter((move) => {
    if (status === null) return move.value !== 'restore'
    return 'only' in move
      ? move.only.some((each) => each === status)
      : move.not.every((each) => each !== status)
  })

const FOR_EDITORS = [
  { value: 'feature', label: 'Feature on the front page' },
  { value: 'unfeature', label: 'Feature no longer' },
  { value: 'assign', label: 'Have them looked after by' },
] as const

const pieces = (count: number): string => (count === 1 ? '1 piece' : `${count} pieces`)

/** What became of the pieces that were ticked. */
export function BulkDone({ changed: { done, left } }: { changed: ChangedMany }) {
  return (
    <div className="pt-4">
      <Notice kind={left === 0 ? 'success' : 'waiting'}>
        <p>
          {done === 0 ? 'Nothing was changed. ' : `Done: ${pieces(done)}. `}
          {left === 0
            ? ''
            : `Left as ${left === 1 ? 'it was' : 'they were'}: ${pieces(left)}, because somebody changed ${left === 1 ? 'it' : 'them'} meanwhile, or this cannot be done to ${left === 1 ? 'it' : 'them'}.`}
        </p>
      </Notice>
    </div>
  )
}

/** One move for all pieces that are ticked. */
export function BulkBar({
  action,
  status,
  people,
  back,
}: {
  action: FormAction<ChangedMany>
  status: ArticleStatus | null
  /** Who can look after a piece; [] for whoever may not say. */
  people: readonly { readonly id: string; readonly name: string }[]
  /** The page of the list. */
  back: string
}) {
  const [state, send, sending] = useActionState(action, IDLE)
  // Who says who looks after a piece also chooses what is featured: editors.
  const assigns = people.length > 0 && status !== 'trashed'
  return (
    <form id={BULK_FORM} action={send} className="grid gap-3 py-4">
      <RefusalNotice state={state} />
      <input type="hidden" name="back" value={back} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Select
          label="With those ticked"
          name="move"
          options={[...movesFor(status), ...(assigns ? FOR_EDITORS : [])]}
        />
        {assigns ? (
          <Select
            label="Whom"
            name="assignedTo"
            options={[
              { value: '', label: 'Nobody' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : (
          <input type="hidden" name="assignedTo" value="" />
        )}
        <Button aria-disabled={sending}>Do it</Button>
      </div>
    </form>
  )
}
