import type { NavigationLink } from '@/lib/settings/navigation'
import { NavigationLinks } from './navigation-links'

export function PageFooter({
  name,
  links,
  path,
}: {
  name: string
  links: readonly NavigationLink[]
  /** Of this page; null where it has no address of its own. */
  path: string | null
}) {
  return (
    <footer className="page-footer">
      <p>{name}</p>
      {links.length > 0 ? (
        <nav aria-label="More of this publication">
          <NavigationLinks links={links} path={path} />
        </nav>
      ) : null}
    </footer>
  )
}
