export type Facts = Readonly<Record<string, unknown>>

/** The publication, as far as machines are told. */
export interface SiteFacts {
  readonly name: string
  readonly description: string
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string
  /** Its pages elsewhere. */
  readonly profiles: readonly string[]
}

export const websiteId = ({ origin }: Pick<SiteFacts, 'origin'>): string => `${origin}/#website`

export const publisherFacts = ({ name, origin, profiles }: SiteFacts): Facts => ({
  '@type': 'Organization',
  '@id': `${origin}/#publisher`,
  name,
  url: `${origin}/`,
  logo: { '@type': 'ImageObject', url: `${origin}/apple-touch-icon.png`, width: 180, height: 180 },
  ...(profiles.length > 0 ? { sameAs: profiles } : {}),
})

/** The front page in the words of schema.org. */
export const websiteFacts = (site: SiteFacts): Facts => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': websiteId(site),
  name: site.name,
  ...(site.description ? { description: site.description } : {}),
  url: `${site.origin}/`,
  publisher: publisherFacts(site),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.origin}/search?q={words}` },
    'query-input': 'required name=words',
  },
})

/** Where a page stands, outermost first; the last is the page itself. Addresses are absolute. */
export const breadcrumbFacts = (
  steps: readonly { readonly name: string; readonly address: string }[],
): Facts => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, address }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: address,
  })),
})
