import type { Metadata } from 'next'
import { CalendarPage } from '@/components/studio/calendar/calendar-page'
import { NoPiece } from '@/components/studio/no-piece'
import { listCalendarInput } from '@/lib/articles/list-calendar'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { can } from '@/lib/policy/policy'

export const metadata: Metadata = { title: 'Calendar' }

export default openPage('open.studio', async ({ stet, actor, query }) => {
  // An address that was cut or mistyped still leads to a month.
  const asked = listCalendarInput.safeParse({ month: query('month') ?? undefined })
  const calendar = await stet.articles.calendar(actor, asked.success ? asked.data : {})
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
