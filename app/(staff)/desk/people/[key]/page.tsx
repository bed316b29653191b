import type { Metadata } from 'next'
import { DeskRoom } from '@/components/people/desk-room'
import { Person } from '@/components/people/person'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { liftMeasureAction, takeMeasureAction, writeNoteAction } from '../people-actions'

export const metadata: Metadata = { title: 'A person' }

const ACTIONS = { take: takeMeasureAction, lift: liftMeasureAction, note: writeNoteAction }

export default openPage('open.desk', async ({ stet, actor, param, query }) => {
  const after = query('after')?.slice(0, 100) ?? ''
  const found = await stet.people.open(actor, { key: param('key').slice(0, 100), after })
  if (!found.ok) setStatus(statusOf(found.error.code))
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <DeskRoom room="people" refused={found.ok ? null : found.error}>
      {found.ok ? (
        <Person person={found.value} later={after !== ''} done={query('done')} now={now} actions={ACTIONS} />
      ) : null}
    </DeskRoom>
  )
})
