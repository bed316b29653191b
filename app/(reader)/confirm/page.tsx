import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ConfirmAddress } from '@/components/reader/confirm-address'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Sheet } from '@/components/reader/sheet'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { publication } from '../publication'
import { singleQuery } from '../query'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } }

/** Looking at it confirms nothing: programs follow the links of mails. */
export default async function ConfirmPage({ searchParams }: Props) {
  await connection()
  const [asked, { name, navigation }] = await Promise.all([searchParams, publication()])
  const link = {
    id: singleQuery(asked.id) ?? '',
    until: singleQuery(asked.until) ?? '',
    key: singleQuery(asked.key) ?? '',
  }
  const view = await runtime().stet.mail.confirmation(link)
  if (!view) setStatus(404)
  return (
    <Sheet name={name} navigation={navigation}>
      {view ? (
        <ConfirmAddress view={view} action={`/confirm?${new URLSearchParams(link)}`} />
      ) : (
        <MissingPiece />
      )}
    </Sheet>
  )
}
