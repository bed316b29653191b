const LINKS = [
  ['/', 'Front page'],
  ['/tags', 'Tags'],
  ['/series', 'Series'],
  ['/authors', 'Authors'],
  ['/archive', 'Archive'],
  ['/search', 'Search'],
  ['/guidelines', 'Guidelines'],
  ['/transparency', 'Transparency'],
  ['/feed.xml', 'Feed'],
  ['/login', 'Sign in'],
] as const

export function PageFooter({ name }: { name: string }) {
  return (
    <footer className="page-footer">
      <p>{name}</p>
      <ul className="page-links">
        {LINKS.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
