import type { ReactNode } from 'react'

/** <Badge tone="blue">Moderator</Badge>: a word in a thin frame; the word carries the meaning, never the tone alone. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'blue' | 'red' | 'green' | 'amber'
  children: ReactNode
}) {
  return <span className={tone === 'plain' ? 'badge' : `badge badge-${tone}`}>{children}</span>
}
