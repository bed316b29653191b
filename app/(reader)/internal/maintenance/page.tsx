import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PlainPage } from '@/components/reader/plain-page'

export const metadata: Metadata = { title: 'Back in a moment', robots: { index: false } }

/** What server/ shows, with status 503, while the database does not answer. It asks it nothing. */
export default async function Maintenance() {
  await connection()
  return (
    <main className="sheet" id="main" tabIndex={-1}>
      <PlainPage title="Back in a moment">
        <p>
          This publication is being looked after, and cannot be read or written to right now. Nothing that you
          sent before was lost. Please try again in a minute.
        </p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </PlainPage>
    </main>
  )
}
