import '../styles/reader.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import { islandAddress } from '@/lib/http/island-address'
import { fontClasses } from '../fonts'
import { themeFontClasses } from '../theme-fonts'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111517' },
  ],
}

export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/favicon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
}

/** Root of every public page. It reads nothing, so that even the page for a broken database has it. */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${fontClasses} ${themeFontClasses}`}>
      <body>
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Search"
          href="/opensearch.xml"
        />
        <SkipLink />
        {children}
        {/* After what is read: nothing of the page waits for it. */}
        <script type="module" src={islandAddress('reader')} fetchPriority="low" />
      </body>
    </html>
  )
}
