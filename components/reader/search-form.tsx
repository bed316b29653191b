import type { SearchKind } from '@/lib/search/search-view'
import { Button } from '../ui/button'
import { Field } from '../ui/field'

/** Told before the first search only: its asterisk alone is in none of the faces that pages begin with (decision 35). */
const HINT = '"Words in quotes" stand in this order; begin* finds every word that begins so.'

interface Searching {
  typed: string
  kind: SearchKind
  error?: string
  /** Whether it is told how to search; not where it is only one way among others. */
  explains?: boolean
}

/** A plain form: its answer is an address that can be kept and sent on. */
export function SearchForm({ typed, kind, error, explains = typed === '' }: Searching) {
  return (
    <form className="search-form" role="search" action="/search" method="get">
      <Field
        label="Words to look for"
        name="q"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        dir="auto"
        defaultValue={typed}
        error={error}
        hint={explains ? HINT : undefined}
      />
      {kind === 'comments' ? <input type="hidden" name="in" value="comments" /> : null}
      <Button type="submit">Search</Button>
    </form>
  )
}
