import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/http/form-state'
import type { DecidedMany } from '@/lib/moderation/decide-many'
import type { QueueView } from '@/lib/moderation/queue-view'
import type { DeskPlace } from './desk-actions'
import { counted } from './many-words'
import { MOVES } from './moves'

export const BULK_FORM = 'bulk'

const BULK_MOVES = ['approve', 'reject', 'spam', 'hold'] as const

/** One decision about everything that is ticked, or about everything a filter finds. The boxes stand on the cards. */
export const BulkBar = memo(function BulkBar({
  view: { filtered, reasons },
  place,
  seenAt,
  action,
  selected,
}: {
  view: QueueView
  place: DeskPlace
  /** When the page was made: what came later was not seen. */
  seenAt: number
  action: (form: FormData) => void
  /** How many are ticked; null before the script has taken over. */
  selected: number | null
}) {
  return (
    <form
      id={BULK_FORM}
      action={action}
      aria-label="Several at once"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-rule py-2 text-caption text-ink-2"
    >
      <input type="hidden" name="at" value={place} />
      <input type="hidden" name="seenAt" value={seenAt} />
      {filtered ? (
        <label className="flex items-center gap-1">
          <select name="scope" aria-label="Which comments" className="input min-h-8 w-auto py-0 text-caption">
            <option value="selected">Selected</option>
            <option value="matching">All that match (1,000 at once)</option>
          </select>
        </label>
      ) : (
        <span aria-live="off">
          {selected === null || selected === 0 ? 'Selected comments' : `${selected} selected`}
        </span>
      )}
      {BULK_MOVES.map((move) => (
        <Button key={move} name="move" value={move} className="min-h-8 px-2 py-0 text-caption">
          {MOVES[move].label}
        </Button>
      ))}
      <select
        name="reason"
        aria-label="Reason for rejecting them"
        className="input min-h-8 w-auto min-w-0 max-w-full py-0 text-caption"
      >
        <option value="">No reason</option>
        {reasons.map((reason) => (
          <option key={reason}>{reason}</option>
        ))}
      </select>
    </form>
  )
})

/** What was left out of a decision about many, one line each, and the way back for the rest. */
export function BulkResult({
  state,
  place,
  undoForm,
}: {
  state: FormState<DecidedMany>
  place: DeskPlace
  undoForm: (form: FormData) => void
}) {
  if (state.kind !== 'done') return null
  const { batchId, decided, missed, missedInAll, more } = state.value
  return (
    <div tabIndex={-1} autoFocus className="mt-4 outline-none">
      <Notice kind={missedInAll > 0 ? 'error' : 'success'} title={`${counted(decided)} decided.`}>
        {missedInAll > 0 ? (
          <>
            <p>{counted(missedInAll)} left as they are:</p>
            <ul className="grid gap-1">
              {missed.map(({ commentId, name, why }) => (
                <li key={commentId}>
                  <bdi className="font-semibold">{name || 'No Name Set'}</bdi>: {why}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {more ? <p>There are more; repeat it for the next ones.</p> : null}
        {batchId === null ? null : (
          <form action={undoForm}>
            <input type="hidden" name="undo" value={`batch-${batchId}`} />
            <input type="hidden" name="at" value={place} />
            <Button>Undo all of it</Button>
          </form>
        )}
      </Notice>
    </div>
  )
}
