import type { Metadata } from 'next'
import { DeskRoom } from '@/components/people/desk-room'
import { Statistics } from '@/components/people/statistics'
import { openPage } from '@/lib/http/open-page'
import { PERIODS } from '@/lib/moderation/statistics'

export const metadata: Metadata = { title: 'Statistics' }

export default openPage('open.desk', async ({ stet, actor, query }) => {
  const period = PERIODS.find((days) => String(days) === query('days')) ?? 30
  const found = await stet.moderation.statistics(actor, { period })
  return (
    <DeskRoom room="statistics" refused={found.ok ? null : found.error}>
      {found.ok ? <Statistics view={found.value} /> : null}
    </DeskRoom>
  )
})
