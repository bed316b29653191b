import type { ReactNode } from 'react'

/** A page with little to say: a heading, a few sentences, where to go next. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">{title}</h1>
        {children}
      </div>
    </div>
  )
}
