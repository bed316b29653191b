import type { Metadata } from 'next'
import { DeskRoom } from '@/components/people/desk-room'
import { PeopleList } from '@/components/people/people-list'
import { openPage } from '@/lib/http/open-page'

export const metadata: Metadata = { title: 'People' }

export default openPage('open.desk', async ({ stet, actor, query }) => {
  const [q, after] = [query('q')?.slice(0, 300) ?? '', query('after')?.slice(0, 100) ?? '']
  const found = await stet.people.list(actor, { q, after })
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <DeskRoom room="people" refused={found.ok ? null : found.error}>
      {found.ok ? <PeopleList view={found.value} q={q} after={after} now={now} /> : null}
    </DeskRoom>
  )
})
