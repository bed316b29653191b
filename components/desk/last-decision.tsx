import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { BatchView } from '@/lib/moderation/open-batch'
import type { OpenedDecision } from '@/lib/moderation/open-decision'
import { printUndo } from '@/lib/moderation/undo-key'
import type { DeskPlace } from './desk-actions'
import { MOVES, asMove } from './moves'

/** What a form without JavaScript led back from. */
export type LastDone =
  | ({ readonly kind: 'decision'; readonly answerId?: string } & OpenedDecision)
  | { readonly kind: 'batch'; readonly batch: BatchView }

/** What became of the answer that was given with an approval. */
const ANSWERED = {
  done: { stands: ', and the answer is posted', 'taken back': '; its answer is taken back' },
  undone: { stands: '; the answer stays, hidden with it', 'taken back': ', and the answer with it' },
} as const

const whatOf = (last: LastDone): string => {
  const move = asMove(last.kind === 'batch' ? last.batch.move : last.decision.move)
  const { undone } = last.kind === 'batch' ? last.batch : last.decision
  const done = move && !undone ? MOVES[move].done : 'Undone'
  const answer = last.kind === 'decision' ? last.answer : null
  return answer === null ? done : `${done}${ANSWERED[undone ? 'undone' : 'done'][answer]}`
}

const undoOf = (last: LastDone): string | null => {
  if (last.kind === 'batch') return last.batch.undone ? null : printUndo(last.batch)
  const { decision, card, answer, answerId } = last
  if (card.undoable !== decision.id) return null
  return printUndo({ decisionId: decision.id, ...(answer === 'stands' ? { answerId } : {}) })
}

function About({ last }: { last: LastDone }) {
  if (last.kind === 'batch') return <>{last.batch.comments.toLocaleString('en')} comments</>
  return (
    <>
      The comment by <bdi>{last.card.name || 'No Name Set'}</bdi> on <bdi>{last.card.article.title}</bdi>
    </>
  )
}

/** After a page load: what was decided, and the way back. It takes the focus, so that nobody has to look for it. */
export function LastDecision({
  last,
  place,
  undoForm,
}: {
  last: LastDone
  place: DeskPlace
  undoForm: (form: FormData) => void
}) {
  const undo = undoOf(last)
  return (
    <div tabIndex={-1} autoFocus className="mt-4 outline-none">
      <Notice kind="success">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            <strong className="text-green">{whatOf(last)}.</strong> <About last={last} />
          </p>
          {undo === null ? null : (
            <form action={undoForm}>
              <input type="hidden" name="undo" value={undo} />
              <input type="hidden" name="at" value={place} />
              <Button>Undo</Button>
            </form>
          )}
        </div>
      </Notice>
    </div>
  )
}
