import type { TextRun } from '@/lib/moderation/queue-view'

/** Legible once somebody points at it or comes to it by keyboard: it needs no script. */
function VeiledWord({ children }: { children: string }) {
  return (
    <mark tabIndex={0} title="Point here to read a word of the lists" className="veil bg-mark text-ink">
      {children}
    </mark>
  )
}

/** A text of somebody's, what a check saw marked and words of the lists veiled. */
export function TextRuns({ runs }: { runs: readonly TextRun[] }) {
  return runs.map(({ text, marked, veiled }, at) =>
    veiled ? (
      <VeiledWord key={at}>{text}</VeiledWord>
    ) : marked ? (
      <mark key={at} className="bg-mark text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
