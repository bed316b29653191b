import type { PeopleView } from '@/lib/moderation/person-view'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field'
import { Pager } from '../ui/pager'
import { PersonLine } from './person-line'

const pageOf = (q: string, after: string | null): string => {
  const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(after === null ? {} : { after }) })
  return query.size === 0 ? '/desk/people' : `/desk/people?${query}`
}

/** Everybody who took part, newest first, or who goes by a name or wrote with a mail address. */
export function PeopleList({
  view,
  q,
  after,
  now,
}: {
  view: PeopleView
  /** What was looked for, '' for nothing. */
  q: string
  /** Cursor of this page, '' for the first. */
  after: string
  now: string
}) {
  return (
    <div className="grid max-w-[44rem] gap-4 pt-6">
      <h1 className="text-h2 font-bold">People</h1>
      <form role="search" action="/desk/people" className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 grow basis-56">
          <Field
            label="Find somebody"
            name="q"
            type="search"
            defaultValue={q}
            hint="The beginning of a name, or a whole mail address."
          />
        </div>
        <Button className="mt-7">Find</Button>
      </form>
      {view.people.length === 0 ? (
        <EmptyState title={q === '' ? 'Nobody has taken part yet' : 'Nobody was found'}>
          {q === '' ? null : <a href="/desk/people">Show everybody</a>}
        </EmptyState>
      ) : (
        <ol className="border-t border-rule">
          {view.people.map((person) => (
            <PersonLine key={person.path} person={person} now={now} />
          ))}
        </ol>
      )}
      <Pager
        label="Pages of people"
        back={after === '' ? null : { href: pageOf(q, null), label: 'Newest' }}
        next={view.next === null ? null : { href: pageOf(q, view.next), label: 'Earlier' }}
      />
    </div>
  )
}
