import type { DiffRun, TextRun } from '@/lib/moderation/queue-view'

const TEXT = 'max-w-[72ch] text-ui leading-normal whitespace-pre-wrap wrap-anywhere'

/** The text as readers would see it, what a check saw marked. Text nodes only: no link works at the desk. */
export function CardText({ runs }: { runs: readonly TextRun[] }) {
  return (
    <p dir="auto" className={TEXT}>
      {runs.map(({ text, marked }, at) =>
        marked ? (
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

/** What an edit changed, in the two colours of the pencil; underlined and struck, so that colour is not needed. */
export function ChangedText({ runs }: { runs: readonly DiffRun[] }) {
  return (
    <p dir="auto" className={TEXT}>
      {runs.map(({ kind, text }, at) =>
        kind === 'inserted' ? (
          <ins key={at} className="bg-blue-wash text-blue underline decoration-1 underline-offset-4">
            {text}
          </ins>
        ) : kind === 'deleted' ? (
          <del key={at} className="bg-red-wash text-red line-through">
            {text}
          </del>
        ) : (
          text
        ),
      )}
    </p>
  )
}
