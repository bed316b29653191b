import type { NavigationLink } from '@/lib/settings/navigation'

/** The owner's links, in their order; the one of this page says so. */
export function NavigationLinks({ links, path }: { links: readonly NavigationLink[]; path: string | null }) {
  return (
    <ul className="page-links">
      {links.map(({ label, href }, index) => (
        // A label or an address may stand there twice.
        <li key={index}>
          <a
            href={href}
            rel={href === '/search' ? 'search' : undefined}
            aria-current={href === path ? 'page' : undefined}
            dir="auto"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
