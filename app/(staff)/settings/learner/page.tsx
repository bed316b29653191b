import type { Metadata } from 'next'
import { LearnerReport } from '@/components/settings/learner-report'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { openPage } from '@/lib/http/open-page'

export const metadata: Metadata = { title: 'Learner, settings' }

export default openPage('manage.settings', async ({ stet, actor }) => {
  const report = await stet.moderation.learner(actor)
  return (
    <SettingsSheet current="learner">
      {report.ok ? <LearnerReport report={report.value} /> : <p>{report.error.message}</p>}
    </SettingsSheet>
  )
})
