import type { Metadata } from 'next'
import { PlainPage } from '@/components/reader/plain-page'
import { Sheet } from '@/components/reader/sheet'
import type { PageProps } from '@/lib/http/open-page'
import { publication } from '../../publication'
import { singleQuery } from '../../query'
import { takeTrouble } from '../../trouble'

export const metadata: Metadata = { title: 'Not carried out', robots: { index: false } }

/** What server/ shows, with the status of the refusal, for a button that was refused and has no form to come back to. */
export default async function RefusedPage({ searchParams }: PageProps) {
  const [asked, { name, navigation }, trouble] = await Promise.all([
    searchParams,
    publication(),
    takeTrouble(),
  ])
  const back = singleQuery(asked.back)
  return (
    <Sheet name={name} navigation={navigation}>
      <PlainPage title="This was not carried out">
        <p>{trouble?.message ?? 'Please go back and try again.'}</p>
        <p>
          {back?.startsWith('/comments/') ? (
            <a href={back}>Back to the comment</a>
          ) : (
            <a href="/">Go to the front page</a>
          )}
        </p>
      </PlainPage>
    </Sheet>
  )
}
