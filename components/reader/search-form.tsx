import type { SearchKind } from '@/lib/search/search-view'
import { Button } from '../ui/button'
import { Field } from '../ui/field'

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
        hint={'"Words in quotes" stand in this order; begin* finds every word that begins so.'}
      />
      {kind === 'comments' ? <input type="hidden" name="in" value="comments" /> : null}
      <Button type="submit">Search</Button>
    </form>
  )
}
