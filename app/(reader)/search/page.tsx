import type { Metadata } from 'next'
import { connection } from 'next/server'
import { cache } from 'react'
import { Sheet } from '@/components/reader/sheet'
import { SearchForm } from '@/components/reader/search-form'
import { SearchResults } from '@/components/reader/search-results'
import type { PageProps } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { statusOf } from '@/lib/http/error-table'
import { visitor } from '@/lib/http/visitor'
import type { SearchKind } from '@/lib/search/search-view'
import { publication } from '../publication'
import { singleQuery } from '../query'

/** Pages of results have numbers a person can type; anything else is the first. */
const pageNumber = (value: string | undefined): number =>
  /^[1-9]\d{0,3}$/.test(value ?? '') ? Number(value) : 1

/** Asked once for page and metadata: each question counts. */
const look = cache(async (typed: string, kind: SearchKind, page: number) => {
  const { stet, client } = await visitor()
  return stet.search.public(client.addressBlock, { typed, kind, page })
})

const asked = async ({ searchParams }: PageProps) => {
  const given = await searchParams
  return {
    typed: singleQuery(given.q) ?? '',
    kind: singleQuery(given.in) === 'comments' ? 'comments' : 'articles',
    page: pageNumber(singleQuery(given.page)),
  } as const
}

export const generateMetadata = async (props: PageProps): Promise<Metadata> => {
  await connection()
  const [{ name }, { typed }] = await Promise.all([publication(), asked(props)])
  const title = typed ? `${typed.slice(0, 60)} · Search · ${name}` : `Search · ${name}`
  const description = `Search the pieces of ${name} and what readers say below them.`
  return { title, description, robots: { index: false, follow: true } }
}

export default async function SearchPage(props: PageProps) {
  await connection()
  const [{ name, navigation }, { typed, kind, page }] = await Promise.all([publication(), asked(props)])
  const found = await look(typed, kind, page)
  if (!found.ok) setStatus(statusOf(found.error.code))
  else if (page > found.value.pages) setStatus(404)
  return (
    <Sheet name={name} navigation={navigation} path="/search">
      <header className="list-head">
        <h1 className="plain-title">Search</h1>
        <SearchForm typed={typed} kind={kind} error={found.ok ? undefined : found.error.message} />
      </header>
      {found.ok && found.value.totals ? <SearchResults found={found.value} /> : null}
    </Sheet>
  )
}
