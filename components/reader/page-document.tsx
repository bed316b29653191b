import type { ReactNode } from 'react'
import { SkipLink } from '../ui/skip-link'
import type { HeadFacts } from './head-facts'
import { PageHead } from './page-head'

/** What every public page is dressed in: made by the build and the owner's theme, the same for all. */
export interface Dress {
  /** Class names of <html>, by which it has every face as a CSS variable; '' where the styles say so themselves. */
  readonly classes: string
  /** Addresses of faces that every page begins with. */
  readonly preloads: readonly string[]
  /** Addresses of style sheets. */
  readonly styleSheets: readonly string[]
  /** Address of the island's module, which only pages name that have something for it. */
  readonly island: string
}

/** A whole public page. It reads nothing, so that even the page for a broken database is one. */
export function PageDocument({
  head,
  dress: { classes, preloads, styleSheets },
  children,
}: {
  head: HeadFacts
  dress: Pick<Dress, 'classes' | 'preloads' | 'styleSheets'>
  children: ReactNode
}) {
  return (
    <html lang="en" className={classes || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {preloads.map((address) => (
          <link key={address} rel="preload" href={address} as="font" crossOrigin="" type="font/woff2" />
        ))}
        {styleSheets.map((address) => (
          <link key={address} rel="stylesheet" href={address} />
        ))}
        <PageHead facts={head} />
      </head>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  )
}
