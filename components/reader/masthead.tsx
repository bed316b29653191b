/** The name of the publication: a nameplate on the front page, a line elsewhere. */
export function Masthead({
  name,
  description,
  front,
}: {
  name: string
  description: string
  front: boolean
}) {
  const home = (
    <a href="/" rel="home" className={front ? 'p-name u-url' : undefined}>
      {name}
    </a>
  )
  return (
    <header className={front ? 'masthead masthead-front' : 'masthead'}>
      {front ? <h1 className="nameplate">{home}</h1> : <p className="nameplate">{home}</p>}
      {front && description ? <p className="motto p-summary">{description}</p> : null}
      <nav className="masthead-nav" aria-label="Sections">
        <a href="/tags">Tags</a>
        <a href="/authors">Authors</a>
        <a href="/archive">Archive</a>
        <a href="/search" rel="search">
          Search
        </a>
      </nav>
    </header>
  )
}
