import { ReportPage } from '../../components/reader/report-page'
import { nothingHere } from './nothing-here'
import type { PersonalPage } from './page'

const HEAD = { title: 'Report a comment', robots: 'noindex' } as const

/** Where a reader tells the moderators about a comment. */
export const reportPage: PersonalPage = async (visit) => {
  const actor = await visit.actor()
  const reportable = await visit.stet.comments.reportable(actor, { commentId: visit.param('id') })
  if (!reportable) return nothingHere(HEAD)
  const done = visit.query('done') === '1'
  return {
    status: reportable.mayReport ? 200 : 403,
    head: HEAD,
    body: <ReportPage {...reportable} done={done} trouble={visit.trouble} />,
  }
}
