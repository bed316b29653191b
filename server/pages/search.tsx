import { SearchForm } from '../../components/reader/search-form'
import { SearchResults } from '../../components/reader/search-results'
import { statusOf } from '../../lib/http/error-table'
import { cutText } from '../../lib/kernel/canonical-text'
import type { PersonalPage, Visit } from './page'

/** Pages of results have numbers a person can type; anything else is the first. */
const pageNumber = (value: string | null): number => (/^[1-9]\d{0,3}$/.test(value ?? '') ? Number(value) : 1)

const questionOf = (visit: Visit) =>
  ({
    typed: visit.query('q') ?? '',
    kind: visit.query('in') === 'comments' ? 'comments' : 'articles',
    page: pageNumber(visit.query('page')),
  }) as const

/** Letters of a question that stand in the title. */
const TITLED = 60

/** Of the visitor it knows the address block alone, which the limit counts. */
export const searchPage: PersonalPage = async (visit) => {
  const question = questionOf(visit)
  const { typed, kind, page } = question
  const { name } = visit.site
  const found = await visit.stet.search.public(visit.client.addressBlock, question)
  const isBeyond = found.ok && page > found.value.pages
  return {
    status: found.ok ? (isBeyond ? 404 : 200) : statusOf(found.error.code),
    retryAfter: found.ok ? undefined : found.error.retryAfter,
    head: {
      title: typed ? `${cutText(typed, { max: TITLED })} · Search · ${name}` : `Search · ${name}`,
      description: `Search the pieces of ${name} and what readers say below them.`,
      robots: 'noindex, follow',
    },
    path: '/search',
    body: (
      <>
        <header className="list-head">
          <h1 className="plain-title">Search</h1>
          <SearchForm typed={typed} kind={kind} error={found.ok ? undefined : found.error.message} />
        </header>
        {found.ok && found.value.totals ? <SearchResults found={found.value} /> : null}
      </>
    ),
  }
}
