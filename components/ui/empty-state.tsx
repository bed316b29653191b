import type { ReactNode } from 'react'

/** <EmptyState title="Nothing is waiting">A sentence, or a link to what comes next.</EmptyState> */
export function EmptyState({
  title,
  as: Title = 'h2',
  children,
}: {
  title: string
  as?: 'h1' | 'h2' | 'h3' | 'p'
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <Title className="empty-title">{title}</Title>
      {children}
    </div>
  )
}
