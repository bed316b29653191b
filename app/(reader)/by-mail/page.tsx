import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MailDecision } from '@/components/reader/mail-decision'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Sheet } from '@/components/reader/sheet'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { publication } from '../publication'
import { singleQuery } from '../query'
import { takeTrouble } from '../trouble'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Decide by mail', robots: { index: false } }

/** Looking at it decides nothing: programs follow the links of mails. */
export default async function ByMailPage({ searchParams }: Props) {
  await connection()
  const [asked, { name, navigation }, trouble] = await Promise.all([
    searchParams,
    publication(),
    takeTrouble(),
  ])
  const key = singleQuery(asked.key) ?? ''
  const view = await runtime().stet.mail.openDecision(key)
  if (!view) setStatus(404)
  return (
    <Sheet name={name} navigation={navigation}>
      {view ? (
        <MailDecision
          view={view}
          done={singleQuery(asked.done) ?? null}
          action={`/by-mail?${new URLSearchParams({ key })}`}
          trouble={trouble}
        />
      ) : (
        <MissingPiece />
      )}
    </Sheet>
  )
}
