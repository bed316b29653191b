import type { HeadFacts } from './head-facts'
import { SocialHead } from './social-head'

/** What the head says of one page. Both colours are `--page` of app/styles/tokens.css. */
export function PageHead({ facts }: { facts: HeadFacts }) {
  const { title, description, robots, authors = [], canonical, alternates = [], social } = facts
  return (
    <>
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#111517" media="(prefers-color-scheme: dark)" />
      <title>{title}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {authors.map((author) => (
        <meta key={author} name="author" content={author} />
      ))}
      <link rel="manifest" href="/manifest.webmanifest" />
      {robots ? <meta name="robots" content={robots} /> : null}
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {alternates.map(({ href, hrefLang, type, title: called }) => (
        <link key={href} rel="alternate" hrefLang={hrefLang} type={type} href={href} title={called} />
      ))}
      {social ? <SocialHead social={social} /> : null}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="search" type="application/opensearchdescription+xml" title="Search" href="/opensearch.xml" />
    </>
  )
}
