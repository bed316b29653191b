import type { ReactNode } from 'react'

/** <PublishPart title="Checklist">…</PublishPart>: one of the parts of the page where a piece is published. */
export function PublishPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-h3 font-bold">{title}</h2>
      {children}
    </section>
  )
}
