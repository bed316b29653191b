import type { Metadata } from 'next'
import { DeskRoom } from '@/components/people/desk-room'
import { LogList } from '@/components/people/log-list'
import { openPage } from '@/lib/http/open-page'
import { liftMeasureAction } from '../people/people-actions'
import { logFilter } from './log-filter'
import { undoAndShowLogAction, undoBatchAndShowLogAction } from './log-actions'

export const metadata: Metadata = { title: 'Log' }

export default openPage('open.desk', async ({ stet, actor, query }) => {
  const [filter, after] = [logFilter(query), query('after')?.slice(0, 100) ?? '']
  const [found, staff] = await Promise.all([
    stet.moderation.log(actor, { filter, after }),
    stet.moderation.colleagues(actor),
  ])
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <DeskRoom room="log" refused={found.ok ? null : found.error}>
      {found.ok ? (
        <LogList
          view={found.value}
          filter={filter}
          staff={staff}
          after={after}
          now={now}
          actions={{
            undo: undoAndShowLogAction,
            undoBatch: undoBatchAndShowLogAction,
            lift: liftMeasureAction,
          }}
        />
      ) : null}
    </DeskRoom>
  )
})
