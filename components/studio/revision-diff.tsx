import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DiffRuns } from '@/components/ui/diff-runs'
import type { Comparison } from '@/lib/articles/compare-revisions'
import type { BlockDiff } from '@/lib/articles/diff-blocks'
import { PIECE_LABELS } from './piece-values'

type Restore = (payload: FormData) => void

/** Puts a text, or one block of it, into the draft again. */
export function RestoreForm({
  comparison: { articleId, version, from },
  block,
  label,
  restore,
}: {
  comparison: Pick<Comparison, 'articleId' | 'version' | 'from'>
  block: number | null
  label: string
  restore: Restore
}) {
  return (
    <form action={restore}>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revisionId" value={from.id} />
      {block === null ? null : <input type="hidden" name="block" value={block} />}
      <Button kind={block === null ? 'plain' : 'quiet'}>{label}</Button>
    </form>
  )
}

const shown = (diff: BlockDiff): ReactNode => {
  switch (diff.kind) {
    case 'same':
      return diff.text
    case 'changed':
      return <DiffRuns runs={diff.runs} />
    case 'inserted':
      return <DiffRuns runs={[{ kind: 'inserted', text: diff.text }]} />
    case 'deleted':
      return <DiffRuns runs={[{ kind: 'deleted', text: diff.text }]} />
    case 'moved-away':
      return <span className="text-ink-3">Moved from here: {diff.text.slice(0, 80)}</span>
    case 'moved-here':
      return (
        <>
          <span className="me-2 text-caption text-blue">Moved here</span>
          {diff.text}
        </>
      )
  }
}

/** Both texts laid over one another. What was deleted or changed can be put back, one paragraph at a time. */
export function RevisionDiff({
  comparison,
  restore,
}: {
  comparison: Comparison
  /** Null where nothing can be restored: two old texts are compared. */
  restore: Restore | null
}) {
  const { lines, blocks } = comparison
  return (
    <div className="grid gap-6">
      {lines.length === 0 ? null : (
        <dl className="grid gap-2">
          {lines.map(({ line, runs }) => (
            <div key={line}>
              <dt className="text-caption text-ink-3">{PIECE_LABELS[line]}</dt>
              <dd dir="auto" className="wrap-anywhere">
                <DiffRuns runs={runs} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ol className="grid gap-3">
        {blocks.map((diff, index) => (
          <li key={index} className="grid gap-1 border-s-2 border-rule ps-3">
            <div dir="auto" className="max-w-[72ch] whitespace-pre-wrap wrap-anywhere">
              {shown(diff)}
            </div>
            {restore && (diff.kind === 'changed' || diff.kind === 'deleted') ? (
              <RestoreForm
                comparison={comparison}
                block={diff.from}
                label="Restore this paragraph"
                restore={restore}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
