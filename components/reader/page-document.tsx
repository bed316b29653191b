import type { ReactNode } from 'react'
import { SkipLink } from '../ui/skip-link'
import type { HeadFacts } from './head-facts'
import { PageHead } from './page-head'

/** What every public page is dressed in: made by the build, the same for all. */
export interface Dress {
  /** Class names of <html>: every face as a CSS variable. */
  readonly classes: string
  /** Addresses. */
  readonly styleSheets: readonly string[]
  /** Address of the island's module. */
  readonly island: string
}

/** A whole public page. It reads nothing, so that even the page for a broken database is one. */
export function PageDocument({
  head,
  dress: { classes, styleSheets, island },
  children,
}: {
  head: HeadFacts
  dress: Dress
  children: ReactNode
}) {
  return (
    <html lang="en" className={classes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {styleSheets.map((address) => (
          <link key={address} rel="stylesheet" href={address} />
        ))}
        <PageHead facts={head} />
      </head>
      <body>
        <SkipLink />
        {children}
        {/* After what is read: nothing of the page waits for it. */}
        <script type="module" src={island} fetchPriority="low" />
      </body>
    </html>
  )
}
