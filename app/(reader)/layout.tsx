import '../styles/reader.css'
import type { ReactNode } from 'react'
import { fontClasses } from '../fonts'
import { themeFontClasses } from '../theme-fonts'

/** Public pages are made without Next (server/pages); it builds what they wear. */
export default function DressLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${fontClasses} ${themeFontClasses}`}>
      <body>{children}</body>
    </html>
  )
}
