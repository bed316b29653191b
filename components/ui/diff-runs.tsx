interface Run {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/** What changed, in the two colours of the pencil; underlined and struck, so that colour is not needed. */
export function DiffRuns({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ kind, text }, at) =>
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
  )
}
