import type { Metadata } from 'next'
import { DeskRoom } from '@/components/people/desk-room'
import { Statistics } from '@/components/people/statistics'
import { openPage } from '@/lib/http/open-page'

export const metadata: Metadata = { title: 'Statistics' }

export default openPage('open.desk', async ({ stet, actor, query }) => {
  const found = await stet.moderation.statistics(actor, { days: query('days') })
  return (
    <DeskRoom room="statistics" refused={found.ok ? null : found.error}>
      {found.ok ? <Statistics view={found.value} /> : null}
    </DeskRoom>
  )
})
