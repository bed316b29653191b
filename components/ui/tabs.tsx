export interface TabItem {
  readonly href: string
  readonly label: string
  readonly count?: number
  readonly current: boolean
}

/** <Tabs label="Queue" items={[{ href: '?tab=waiting', label: 'Waiting', count: 4, current: true }]} />: links, not scripts. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} className="tab" href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count === undefined ? null : (
            <span className="tab-count">{item.count.toLocaleString('en')}</span>
          )}
        </a>
      ))}
    </nav>
  )
}
