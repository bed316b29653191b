import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PlainPage } from '@/components/reader/plain-page'

export const metadata: Metadata = { title: 'Something went wrong', robots: { index: false } }

/** What server/ shows, with status 500, when a page could not be made. It asks the database nothing. */
export default async function Broken() {
  await connection()
  return (
    <main className="sheet" id="main" tabIndex={-1}>
      <PlainPage title="Something went wrong on our side">
        <p>
          The page could not be made. Nothing that you sent before was lost. Please try again in a minute.
        </p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </PlainPage>
    </main>
  )
}
