import type { SearchKind } from '@/lib/search/search-view'
import { Button } from '../ui/button'
import { Field } from '../ui/field'

/** Told before the first search only: its asterisk alone is in none of the faces that pages begin with (decision 35). */
const HINT = '"Words in quotes" stand in this order; begin* finds every word that begins so.'

/** A plain form: its answer is an address that can be kept and sent on. */
export function SearchForm({ typed, kind, error }: { typed: string; kind: SearchKind; error?: string }) {
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
        hint={typed === '' ? HINT : undefined}
      />
      {kind === 'comments' ? <input type="hidden" name="in" value="comments" /> : null}
      <Button type="submit">Search</Button>
    </form>
  )
}
