import { DiffRuns } from '@/components/ui/diff-runs'
import type { DiffRun } from '@/lib/kernel/diff-words'
import type { TextRun } from '@/lib/moderation/queue-view'
import { TextRuns } from './text-runs'

const TEXT = 'max-w-[72ch] text-ui leading-normal whitespace-pre-wrap wrap-anywhere'

/** The text as readers would see it, what a check saw marked. Text nodes only: no link works at the desk. */
export function CardText({ runs }: { runs: readonly TextRun[] }) {
  return (
    <p dir="auto" className={TEXT}>
      <TextRuns runs={runs} />
    </p>
  )
}

/** What an edit changed. */
export function ChangedText({ runs }: { runs: readonly DiffRun[] }) {
  return (
    <p dir="auto" className={TEXT}>
      <DiffRuns runs={runs} />
    </p>
  )
}
