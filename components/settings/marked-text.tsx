import type { TextRun } from '@/lib/moderation/queue-view'

/** A text with what a check saw in it. */
export function MarkedText({ runs }: { runs: readonly TextRun[] }) {
  return (
    <p
      dir="auto"
      className="max-h-60 overflow-y-auto border-s-2 border-rule ps-3 break-words whitespace-pre-line"
    >
      {runs.map(({ text, marked }, n) =>
        marked ? (
          <mark key={n} className="bg-mark text-ink">
            {text}
          </mark>
        ) : (
          <span key={n}>{text}</span>
        ),
      )}
    </p>
  )
}
