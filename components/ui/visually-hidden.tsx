import type { ReactNode } from 'react'

/** Words for screen readers only: <a>Reply<VisuallyHidden> to Ada</VisuallyHidden></a> */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
