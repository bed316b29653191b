import type { Metadata } from 'next'
import { MissingPiece } from '@/components/reader/missing-piece'
import { ReportPage } from '@/components/reader/report-page'
import { Sheet } from '@/components/reader/sheet'
import { decodeSegment } from '@/lib/http/decode-segment'
import { setStatus } from '@/lib/http/set-status'
import { visitor } from '@/lib/http/visitor'
import { publication } from '../../../publication'
import { singleQuery } from '../../../query'
import { takeTrouble } from '../../../trouble'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Report a comment', robots: { index: false } }

/** Where a reader tells the moderators about a comment. */
export default async function ReportCommentPage({ params, searchParams }: Props) {
  const [{ id }, asked, { stet, actor }, { name, navigation }] = await Promise.all([
    params,
    searchParams,
    visitor(),
    publication(),
  ])
  const [reportable, trouble] = await Promise.all([
    stet.comments.reportable(actor, { commentId: decodeSegment(id) ?? '' }),
    takeTrouble(),
  ])
  if (!reportable) setStatus(404)
  else if (!reportable.mayReport) setStatus(403)
  return (
    <Sheet name={name} navigation={navigation}>
      {reportable ? (
        <ReportPage {...reportable} done={singleQuery(asked.done) === '1'} trouble={trouble} />
      ) : (
        <MissingPiece />
      )}
    </Sheet>
  )
}
