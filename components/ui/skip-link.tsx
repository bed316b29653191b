/** First thing in <body>: <SkipLink to="#main">Skip to the text</SkipLink>; shows when focused. */
export function SkipLink({ to = '#main', children = 'Skip to content' }: { to?: string; children?: string }) {
  return (
    <a className="skip-link" href={to}>
      {children}
    </a>
  )
}
