import type { HeadFacts } from './head-facts'
import { SocialHead } from './social-head'

/** public/favicon.svg without its shine, in the page: a request less while the faces are on their way (decision 44). */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g transform="rotate(-45 16 16)"><path fill="#e8c9a0" d="M-2 16 4 11h24l6 5-6 5H4z"/><path fill="#2846a8" d="M4 11h12v10H4z"/><path fill="#d0372a" d="M16 11h12v10H16z"/></g></svg>',
)}`

/** What the head says of one page. Both colours are `--page` of app/styles/tokens.css. */
export function PageHead({ facts }: { facts: HeadFacts }) {
  const { title, description, robots, authors = [], canonical, alternates = [], social } = facts
  // Its bytes just fit into the first round trip, and its requests into the second (decisions 44, 50).
  const isPiece = social?.article !== undefined
  return (
    <>
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#111517" media="(prefers-color-scheme: dark)" />
      <title>{title}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {authors.map((author) => (
        <meta key={author} name="author" content={author} />
      ))}
      {isPiece ? null : <link rel="manifest" href="/manifest.webmanifest" />}
      {robots ? <meta name="robots" content={robots} /> : null}
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {alternates.map(({ href, hrefLang, type, title: called }) => (
        <link key={href} rel="alternate" hrefLang={hrefLang} type={type} href={href} title={called} />
      ))}
      {social ? <SocialHead social={social} /> : null}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href={ICON} type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="search" type="application/opensearchdescription+xml" title="Search" href="/opensearch.xml" />
    </>
  )
}
