import { DiffRuns } from '@/components/ui/diff-runs'
import type { DiffRun } from '@/lib/kernel/diff-words'
import type { TextRun } from '@/lib/moderation/queue-view'

const TEXT = 'max-w-[72ch] text-ui leading-normal whitespace-pre-wrap wrap-anywhere'

/** Legible once somebody points at it or comes to it by keyboard: it needs no script. */
function VeiledWord({ children }: { children: string }) {
  return (
    <mark tabIndex={0} title="Point here to read a word of the lists" className="veil bg-mark text-ink">
      {children}
    </mark>
  )
}

/** The text as readers would see it, what a check saw marked. Text nodes only: no link works at the desk. */
export function CardText({ runs }: { runs: readonly TextRun[] }) {
  return (
    <p dir="auto" className={TEXT}>
      {runs.map(({ text, marked, veiled }, at) =>
        veiled ? (
          <VeiledWord key={at}>{text}</VeiledWord>
        ) : marked ? (
          <mark key={at} className="bg-mark text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
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
