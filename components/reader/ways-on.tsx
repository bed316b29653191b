import { SearchForm } from './search-form'

/** For whoever came to an address in vain: to look for it, or to begin at the front. */
export function WaysOn() {
  return (
    <>
      <SearchForm typed="" kind="articles" explains={false} />
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </>
  )
}
