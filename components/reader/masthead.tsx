import type { NavigationLink } from '@/lib/settings/navigation'
import { NavigationLinks } from './navigation-links'

/** The name of the publication: a nameplate on the front page, a line elsewhere. */
export function Masthead({
  name,
  description,
  front,
  links,
  path,
}: {
  name: string
  description: string
  front: boolean
  links: readonly NavigationLink[]
  /** Of this page; null where it has no address of its own. */
  path: string | null
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
      {links.length > 0 ? (
        <nav className="masthead-nav" aria-label="Sections">
          <NavigationLinks links={links} path={path} />
        </nav>
      ) : null}
    </header>
  )
}
