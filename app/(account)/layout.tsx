import '../styles/staff.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { AccountHeader } from '@/components/account/account-header'
import { SkipLink } from '@/components/ui/skip-link'
import { runtime } from '@/lib/http/runtime'
import { fontClasses } from '../fonts'

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
  await connection()
  const { settings } = await runtime().stet.settings.read()
  return (
    <html lang="en" className={fontClasses}>
      <body>
        <SkipLink />
        <AccountHeader publication={settings.name} />
        {children}
      </body>
    </html>
  )
}
