import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MissingPiece } from '@/components/reader/missing-piece'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { Sheet } from '@/components/reader/sheet'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { publication } from '../../publication'
import { singleQuery } from '../../query'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/** What server/ shows, with status 404, for an address that leads nowhere; `first` is where a list begins that does. */
export default async function Missing({ searchParams }: PageProps) {
  await connection()
  const first = singleQuery((await searchParams).first)
  const [{ name, navigation }, latest] = await Promise.all([
    publication(),
    runtime().stet.articles.latest({ limit: 3 }),
  ])
  return (
    <Sheet name={name} navigation={navigation}>
      <MissingPiece first={first} />
      {latest.items.length > 0 ? <RelatedPieces pieces={latest.items} /> : null}
    </Sheet>
  )
}
