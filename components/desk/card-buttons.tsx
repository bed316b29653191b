import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Judgement } from '@/lib/comments/judge'
import type { QueueCardView } from '@/lib/moderation/queue-view'
import type { DeskPlace, PickMove } from './desk-actions'
import { printUndo } from '@/lib/moderation/undo-key'
import { useDeskKeys } from './desk-keys'
import { MOVES, PICKS, asMove } from './moves'

export interface CardButtonsProps {
  readonly card: QueueCardView
  readonly place: DeskPlace
  /** When the page of a flood’s card was made (milliseconds): what came later is not decided with it. Null elsewhere. */
  readonly seenAt: number | null
  /** Names of the publication's reasons, in its order. */
  readonly reasons: readonly string[]
  /** Where the forms post when no script has taken over. */
  readonly decideForm: (form: FormData) => void
  readonly undoForm: (form: FormData) => void
  readonly pickForm: (form: FormData) => void
  readonly onDecide: (
    card: QueueCardView,
    move: Judgement,
    how: { readonly reason: string; readonly all: boolean },
  ) => void
  /** Whether a rejection needs a reason. */
  readonly reasonRequired: boolean
  readonly onUndo: (card: QueueCardView, undo: string) => void
  readonly onPick: (card: QueueCardView, pick: PickMove) => void
}

const Place = ({ at }: { at: DeskPlace }) => <input type="hidden" name="at" value={at} />

/**
 * Every button always stands at the same place: where a move makes no sense (approving what is approved), "Hold"
 * stands instead, if it can be made, or "Keep" where readers reported what is approved.
 */
const places = (moves: readonly string[]): readonly Judgement[] =>
  (['approve', 'reject', 'spam'] as const)
    .map((move) => {
      if (moves.includes(move)) return move
      return move === 'approve' && moves.includes('keep') ? 'keep' : 'hold'
    })
    .filter((move) => moves.includes(move))

function PickButton({ card, place, pickForm, onPick }: CardButtonsProps) {
  const { commentId, pick } = card
  const keys = useDeskKeys()
  if (pick === null) return null
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onPick(card, pick)
  }
  return (
    <form action={pickForm} onSubmit={submit}>
      <input type="hidden" name="commentId" value={commentId} />
      <Place at={place} />
      <Button kind="quiet" name="pick" value={pick} aria-keyshortcuts={keys.feature}>
        {PICKS[pick].label}
        <VisuallyHidden>{PICKS[pick].where}</VisuallyHidden>
      </Button>
    </form>
  )
}

/** The decision about exactly this text: comment, revision and version travel with it. */
export function CardButtons(props: CardButtonsProps) {
  const { card, place, seenAt, reasonRequired, reasons, decideForm, undoForm, onDecide, onUndo } = props
  const { commentId, revisionId, version, moves, undoable } = card
  const shown = places(moves)
  const keys = useDeskKeys()
  const submitDecision = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const move = asMove(submitter?.getAttribute('value') ?? null)
    const form = new FormData(event.currentTarget)
    const reason = form.get('reason')
    if (move)
      onDecide(card, move, { reason: typeof reason === 'string' ? reason : '', all: form.has('flood') })
  }
  const submitUndo = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (undoable !== null) onUndo(card, printUndo({ decisionId: undoable }))
  }
  return (
    <div className="grid gap-2">
      {shown.length === 0 ? null : (
        <form action={decideForm} onSubmit={submitDecision} className="grid gap-2">
          <input type="hidden" name="commentId" value={commentId} />
          <input type="hidden" name="revisionId" value={revisionId} />
          <input type="hidden" name="version" value={version} />
          <Place at={place} />
          {seenAt === null ? null : <input type="hidden" name="seenAt" value={seenAt} />}
          {card.flood === null ? null : (
            <label className="flex min-h-6 items-center gap-2 text-caption">
              <input type="checkbox" name="flood" value={card.flood.id} defaultChecked className="size-4" />
              All {card.flood.waiting.toLocaleString('en')} of them
            </label>
          )}
          <div className="grid grid-cols-3 gap-2">
            {shown.map((move) => (
              <Button
                key={move}
                kind={MOVES[move].look}
                name="move"
                value={move}
                aria-keyshortcuts={keys[move]}
                className="px-1"
              >
                {MOVES[move].label}
              </Button>
            ))}
          </div>
          {moves.includes('reject') ? (
            <label className="flex items-center gap-2 text-caption text-ink-3">
              <span className="whitespace-nowrap">Reason for rejecting</span>
              <select
                name="reason"
                className="input min-h-8 min-w-0 py-0 text-caption text-ink-2"
                defaultValue=""
              >
                <option value="">{reasonRequired ? 'Choose one' : 'None given'}</option>
                {reasons.map((reason) => (
                  <option key={reason}>{reason}</option>
                ))}
              </select>
            </label>
          ) : null}
        </form>
      )}
      <PickButton {...props} />
      {undoable === null ? null : (
        <form action={undoForm} onSubmit={submitUndo}>
          <input type="hidden" name="undo" value={printUndo({ decisionId: undoable })} />
          <Place at={place} />
          <Button kind="quiet">Undo the last decision</Button>
        </form>
      )}
    </div>
  )
}
