import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { StaffShell } from '@/components/staff/staff-shell'
import { runtime } from '@/lib/http/runtime'
import { visitor } from '@/lib/http/visitor'
import { signOutAction } from '../(account)/account/account-actions'
import { fontClasses } from '../fonts'
import { staffLinks } from './staff-links'

/** What the browser paints around the pages of staff and members. */
export const staffViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111517' },
  ],
}

/** The document that both roots of Next are: staff's and members' own. */
export async function StaffDocument({ children }: { children: ReactNode }) {
  const { actor, path } = await visitor()
  const { settings } = await runtime().stet.settings.read()
  return (
    <html lang="en" className={fontClasses}>
      <body>
        <StaffShell
          publication={settings.name}
          links={staffLinks(actor, path)}
          maintenance={settings.maintenance}
          name={actor.kind === 'user' ? actor.name : null}
          signOut={signOutAction}
        >
          {children}
        </StaffShell>
      </body>
    </html>
  )
}
