import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PlainPage } from '@/components/reader/plain-page'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { Sheet } from '@/components/reader/sheet'
import { runtime } from '@/lib/http/runtime'
import { publication } from '../../publication'

export const metadata: Metadata = { title: 'No longer here', robots: { index: false } }

/** What server/ shows, with status 410, for a piece that was public once. */
export default async function Gone() {
  await connection()
  const [{ name, navigation }, latest] = await Promise.all([
    publication(),
    runtime().stet.articles.latest({ limit: 3 }),
  ])
  return (
    <Sheet name={name} navigation={navigation}>
      <PlainPage title="This piece is no longer here">
        <p>It was published at this address and has since been withdrawn.</p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </PlainPage>
      {latest.items.length > 0 ? <RelatedPieces pieces={latest.items} /> : null}
    </Sheet>
  )
}
