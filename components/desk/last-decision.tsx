import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DecisionView, QueueCardView } from '@/lib/moderation/queue-view'
import type { DeskPlace } from './desk-actions'
import { MOVES, asMove } from './moves'

export interface LastDecisionProps {
  readonly decision: DecisionView
  readonly card: QueueCardView
}

/** After a page load: what was decided, and the way back. It takes the focus, so that nobody has to look for it. */
export function LastDecision({
  decision,
  card,
  place,
  undoForm,
}: LastDecisionProps & { place: DeskPlace; undoForm: (form: FormData) => void }) {
  const move = asMove(decision.move)
  const what = move && !decision.undone ? MOVES[move].done : 'Undone'
  return (
    <div tabIndex={-1} autoFocus className="mt-4 outline-none">
      <Notice kind="success">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            <strong className="text-green">{what}.</strong> The comment by{' '}
            <bdi>{card.name || 'No Name Set'}</bdi> on <bdi>{card.article.title}</bdi>
          </p>
          {card.undoable === decision.id ? (
            <form action={undoForm}>
              <input type="hidden" name="decisionId" value={decision.id} />
              <input type="hidden" name="tab" value={place.tab} />
              <input type="hidden" name="after" value={place.after} />
              <Button>Undo</Button>
            </form>
          ) : null}
        </div>
      </Notice>
    </div>
  )
}
