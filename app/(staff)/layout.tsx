import '../styles/staff.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { StaffShell } from '@/components/staff/staff-shell'
import { runtime } from '@/lib/http/runtime'
import { visitor } from '@/lib/http/visitor'
import { signOutAction } from '../(account)/account/account-actions'
import { fontClasses } from '../fonts'
import { staffLinks } from './staff-links'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111517' },
  ],
}

export const metadata: Metadata = { robots: { index: false } }

/** Root of desk, studio and settings. It guards nothing: each page opens with `openPage`, each use-case asks again. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
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
