import type { ReactNode } from 'react'

/** A piece and what is said below it: one entry to machines, with its comments (microformats). */
export function Entry({ children }: { children: ReactNode }) {
  return <div className="h-entry">{children}</div>
}
