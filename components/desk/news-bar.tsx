import { Button } from '@/components/ui/button'
import { useDeskKeys } from './desk-keys'
import type { DeskState } from './desk-state'

/** At the foot of the window while one works: how the last decision went, and the way back, always in sight. */
export function NewsBar({
  news,
  waiting,
  fresh,
  onShow,
  onUndo,
}: {
  news: DeskState['news']
  waiting: number
  /** Comments that came since the page was made. */
  fresh: number
  onShow: () => void
  onUndo: (() => void) | null
}) {
  const keys = useDeskKeys()
  return (
    <div className="sticky bottom-0 z-10 -mx-4 bg-page px-4 sm:-mx-6 sm:px-6">
      <p role="status" className="visually-hidden">
        {news && !news.quiet ? `${news.text.replace(/\.$/, '')}. ${waiting} waiting.` : ''}
      </p>
      {news === null && onUndo === null && fresh === 0 ? null : (
        <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-t border-ink py-2">
          <p
            aria-hidden="true"
            className={news?.kind === 'failed' ? 'font-semibold text-red' : 'font-semibold'}
          >
            {news?.text}
          </p>
          {onUndo ? (
            <Button type="button" aria-keyshortcuts={keys.undo} onClick={onUndo}>
              {news?.kind === 'decided' ? 'Undo' : 'Undo the decision before'}
            </Button>
          ) : null}
          {fresh === 0 ? null : (
            <Button type="button" kind="quiet" className="ms-auto" onClick={onShow}>
              Show {fresh} more that {fresh === 1 ? 'waits' : 'wait'}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
