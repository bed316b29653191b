import type { ReactNode } from 'react'
import { EmptyState } from '../ui/empty-state'

/** A page that lists lists: a heading, and below it whatever its entries look like. */
export function Directory({
  title,
  empty,
  soon,
  children,
}: {
  title: string
  empty: boolean
  /** What will be here, and when: said while it is empty. */
  soon: string
  children: ReactNode
}) {
  return (
    <div className="directory">
      <header className="list-head">
        <h1 className="plain-title">{title}</h1>
      </header>
      {empty ? (
        <EmptyState title="No items found." as="p">
          <p>{soon}</p>
        </EmptyState>
      ) : (
        children
      )}
    </div>
  )
}
