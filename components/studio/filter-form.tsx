import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, type SelectOption } from '@/components/ui/select'
import type { ArticleStatus } from '@/lib/articles/article-status'
import type { FilterChoices } from '@/lib/articles/list-filters'
import { NO_FILTER, type StudioFilter, studioPath } from './studio-tabs'

const KINDS: readonly SelectOption[] = [
  { value: '', label: 'Pieces and pages' },
  { value: 'piece', label: 'Pieces' },
  { value: 'page', label: 'Pages' },
]
const ONLY: readonly SelectOption[] = [
  { value: '', label: 'All' },
  { value: 'featured', label: 'Featured' },
  { value: 'soon', label: 'Scheduled for the next 7 days' },
  { value: 'attention', label: 'TK, or a picture without description' },
]
const ORDERS: readonly SelectOption[] = [
  { value: '', label: 'Last changed first' },
  { value: 'oldest', label: 'Longest unchanged first' },
  { value: 'published', label: 'Last published first' },
]

/** Narrows the list down: plain fields of a plain form, so that what is asked for stands in the address. */
export function FilterForm({
  status,
  filter,
  choices: { authors, tags, series },
}: {
  status: ArticleStatus | null
  filter: StudioFilter
  choices: FilterChoices
}) {
  const { words: _w, assigned: _a, ...more } = filter
  const isNarrow = Object.values(more).some((value) => value !== '')
  const offered = (id: string, names: readonly string[]) => (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
  return (
    <form action="/studio" role="search" className="grid gap-3 py-4">
      {status === null ? null : <input type="hidden" name="status" value={status} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field
          label="Words in title or text"
          name="words"
          defaultValue={filter.words}
          type="search"
          dir="auto"
        />
        <label className="flex items-center gap-2 py-2">
          <input type="checkbox" name="assigned" value="me" defaultChecked={filter.assigned === 'me'} />
          Only those I look after
        </label>
        <Button>Search</Button>
        {studioPath(null, filter) === '/studio' ? null : (
          <a href={studioPath(status, NO_FILTER)} className="py-2">
            Show all
          </a>
        )}
      </div>
      <details open={isNarrow}>
        <summary className="cursor-pointer py-1 text-ink-2">More filters, and the order</summary>
        <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            label="By"
            name="author"
            defaultValue={filter.author}
            options={[
              { value: '', label: 'Anybody' },
              ...authors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Field label="Tag" name="tag" defaultValue={filter.tag} list="filter-tags" dir="auto" />
          <Field label="Series" name="series" defaultValue={filter.series} list="filter-series" dir="auto" />
          <Select label="Kind" name="kind" defaultValue={filter.kind} options={KINDS} />
          <Select label="Only" name="only" defaultValue={filter.only} options={ONLY} />
          <Select label="Order" name="order" defaultValue={filter.order} options={ORDERS} />
        </div>
        {offered('filter-tags', tags)}
        {offered('filter-series', series)}
      </details>
    </form>
  )
}
