import type { Metadata } from 'next'
import { CalendarPage } from '@/components/studio/calendar/calendar-page'
import { NoPiece } from '@/components/studio/no-piece'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { can } from '@/lib/policy/policy'

export const metadata: Metadata = { title: 'Calendar' }

export default openPage('open.studio', async ({ stet, actor, query }) => {
  const calendar = await stet.articles.calendar(actor, { month: query('month') ?? '' })
  if (!calendar.ok) {
    setStatus(statusOf(calendar.error.code))
    return <NoPiece error={calendar.error} />
  }
  return (
    <CalendarPage
      calendar={calendar.value}
      view={query('view') === 'list' ? 'list' : 'month'}
      isEditor={can(actor, 'manage.redirects')}
    />
  )
})
