import { Time } from '@/components/ui/time'
import type { ChangeView } from '@/lib/articles/list-changes'

/** What was done to a piece, newest first, by the publication's clocks. */
export function ChangeList({ changes, zone }: { changes: readonly ChangeView[]; zone: string }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {changes.map(({ at, by, did, reason }) => (
        <li key={at + did} className="grid gap-1 py-2 wrap-anywhere">
          <p>
            <bdi className="font-semibold">{by}</bdi> {did}
            <span className="text-caption text-ink-3">
              {' · '}
              <Time at={at} zone={zone} />
            </span>
          </p>
          {reason === null ? null : (
            <blockquote dir="auto" className="border-s-2 border-rule ps-3 text-ink-2">
              {reason}
            </blockquote>
          )}
        </li>
      ))}
    </ol>
  )
}
