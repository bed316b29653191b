import type { ReactNode } from 'react'
import { Masthead } from './masthead'
import { PageFooter } from './page-footer'

/** What every reader page is printed on: masthead, the page itself, footer. */
export function Sheet({
  name,
  description = '',
  front = false,
  children,
}: {
  name: string
  description?: string
  front?: boolean
  children: ReactNode
}) {
  return (
    <div className={front ? 'sheet h-feed' : 'sheet'}>
      <Masthead name={name} description={description} front={front} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter name={name} />
    </div>
  )
}
