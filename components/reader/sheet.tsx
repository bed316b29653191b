import type { ReactNode } from 'react'
import type { Navigation } from '@/lib/settings/navigation'
import { Masthead } from './masthead'
import { PageFooter } from './page-footer'

/** What every reader page is printed on: masthead, the page itself, footer. */
export function Sheet({
  name,
  navigation,
  path = null,
  description = '',
  front = false,
  children,
}: {
  name: string
  navigation: Navigation
  /** Address of the page, for those links that lead to it. */
  path?: string | null
  description?: string
  front?: boolean
  children: ReactNode
}) {
  return (
    <div className={front ? 'sheet h-feed' : 'sheet'}>
      <Masthead name={name} description={description} front={front} links={navigation.header} path={path} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter name={name} links={navigation.footer} path={path} />
    </div>
  )
}
