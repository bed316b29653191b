import { Time } from '@/components/ui/time'
import type { DecisionView } from '@/lib/moderation/queue-view'
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
