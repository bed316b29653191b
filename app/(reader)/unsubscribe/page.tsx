import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Sheet } from '@/components/reader/sheet'
import { StopMails } from '@/components/reader/stop-mails'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { publication } from '../publication'
import { singleQuery } from '../query'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Mail from us', robots: { index: false } }

/** Looking at it stops nothing: programs follow the links of mails. */
export default async function UnsubscribePage({ searchParams }: Props) {
  await connection()
  const [asked, { name, navigation }] = await Promise.all([searchParams, publication()])
  const link = { id: singleQuery(asked.id) ?? '', key: singleQuery(asked.key) ?? '' }
  const view = await runtime().stet.mail.openStop(link)
  if (!view) setStatus(404)
  return (
    <Sheet name={name} navigation={navigation}>
      {view ? (
        <StopMails view={view} action={`/unsubscribe?${new URLSearchParams(link)}`} />
      ) : (
        <MissingPiece />
      )}
    </Sheet>
  )
}
