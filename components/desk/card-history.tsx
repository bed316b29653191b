import { Time } from '@/components/ui/time'
import type { DecisionView, NoteView } from '@/lib/moderation/queue-view'
import { PAST } from './moves'

/** Who decided what and when, oldest first; a decision that was undone stays, struck out. */
export function CardHistory({ history, now }: { history: readonly DecisionView[]; now: string }) {
  if (history.length === 0) return null
  return (
    <section>
      <h3 className="text-caption font-semibold text-ink-3">History</h3>
      <ol className="grid gap-1">
        {history.map(({ id, actorName, move, reason, at, undone }) => (
          <li key={id} className="wrap-anywhere text-ink-2">
            <span className={undone ? 'line-through decoration-red' : undefined}>
              <bdi className="font-semibold text-ink">{actorName || 'No Name Set'}</bdi> {PAST[move] ?? move}
            </span>
            {undone ? ' (undone)' : ''}
            {reason ? `: ${reason}` : ''}
            <span className="text-caption whitespace-nowrap text-ink-3">
              {' · '}
              <Time at={at} as="relative" now={now} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What colleagues should know, oldest first. Nobody but moderators sees it. */
export function CardNotes({ notes, now }: { notes: readonly NoteView[]; now: string }) {
  if (notes.length === 0) return null
  return (
    <section>
      <h3 className="text-caption font-semibold text-ink-3">Notes of colleagues</h3>
      <ul className="grid gap-1 border-s-2 border-edge ps-3">
        {notes.map(({ id, by, body, at }) => (
          <li key={id} className="wrap-anywhere">
            <p dir="auto" className="whitespace-pre-wrap">
              {body}
            </p>
            <span className="text-caption text-ink-3">
              <bdi>{by || 'A colleague'}</bdi> · <Time at={at} as="relative" now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
