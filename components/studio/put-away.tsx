import { Button } from '@/components/ui/button'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { Intent } from './editor-actions'

/** The rare moves, away from the daily ones. Each can be taken back. */
export function PutAway({
  piece: { abilities },
  sending,
}: {
  piece: StudioArticleView
  sending: Intent | null
}) {
  if (!abilities.unpublish && !abilities.trash && !abilities.return && !abilities.unschedule) return null
  const busy = { 'aria-disabled': sending !== null }
  return (
    <div className="flex flex-wrap gap-3 border-t border-rule pt-4">
      {abilities.return ? (
        <Button name="intent" value="return" {...busy}>
          Back to the writer
        </Button>
      ) : null}
      {abilities.unschedule ? (
        <Button name="intent" value="unschedule" {...busy}>
          Take off the schedule
        </Button>
      ) : null}
      {abilities.unpublish ? (
        <Button name="intent" value="unpublish" {...busy}>
          Unpublish
        </Button>
      ) : null}
      {abilities.trash ? (
        <Button kind="danger" name="intent" value="trash" {...busy}>
          Move to trash
        </Button>
      ) : null}
    </div>
  )
}
