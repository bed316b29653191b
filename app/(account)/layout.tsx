import '../styles/staff.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { StaffShell } from '@/components/staff/staff-shell'
import { runtime } from '@/lib/http/runtime'
import { visitor } from '@/lib/http/visitor'
import { staffLinks } from '../(staff)/staff-links'
import { fontClasses } from '../fonts'
import { signOutAction } from './account/account-actions'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111517' },
  ],
}

export const generateMetadata = async (): Promise<Metadata> => {
  await connection()
  const { settings } = await runtime().stet.settings.read()
  return { title: { default: settings.name, template: `%s · ${settings.name}` }, robots: { index: false } }
}

/** Root of the pages about oneself: signing in, the first run, the account. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { stet, actor, path } = await visitor()
  const { settings } = await stet.settings.read()
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
