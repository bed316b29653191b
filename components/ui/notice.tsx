import type { ReactNode } from 'react'

export type NoticeKind = 'success' | 'error' | 'waiting' | 'plain'

/**
 * <Notice kind="error" title="…">What happened and what to do.</Notice>
 * Errors are announced at once, the rest politely. `as` makes the title a heading; `id` lets focus go there.
 */
export function Notice({
  kind = 'plain',
  title,
  as: Title = 'p',
  id,
  children,
}: {
  kind?: NoticeKind
  title?: ReactNode
  as?: 'p' | 'h1' | 'h2' | 'h3'
  id?: string
  children?: ReactNode
}) {
  return (
    <div
      className={kind === 'plain' ? 'notice' : `notice notice-${kind}`}
      role={kind === 'error' ? 'alert' : 'status'}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      {title ? <Title className="notice-title">{title}</Title> : null}
      {children}
    </div>
  )
}
