/** A picture beside a link to the page. The address is absolute. */
export interface SocialImage {
  readonly url: string
  readonly alt?: string
  readonly type?: string
  /** Pixels. */
  readonly width?: number
  readonly height?: number
}

/** What stands beside a link to the page in other places: Open Graph, and the card of the same words. */
export interface SocialFacts {
  readonly siteName: string
  readonly title: string
  readonly description?: string
  readonly url: string
  readonly images: readonly SocialImage[]
  /** As Open Graph writes it (`en_US`). */
  readonly locale?: string
  /** Of a piece; nothing else is an article. */
  readonly article?: {
    readonly publishedTime: string
    readonly modifiedTime: string
    /** Absolute addresses. */
    readonly authors: readonly string[]
    readonly section?: string
  }
}

/** The same in another language or format. */
export interface AlternateLink {
  readonly href: string
  readonly hrefLang?: string
  readonly type?: string
  readonly title?: string
}

/** What a page tells browsers, search engines and readers of feeds. Addresses are absolute. */
export interface HeadFacts {
  readonly title: string
  readonly description?: string
  /** What search engines may not do; left out where they may do everything. */
  readonly robots?: 'noindex' | 'noindex, follow' | 'noindex, nofollow'
  /** Names. */
  readonly authors?: readonly string[]
  readonly canonical?: string
  readonly alternates?: readonly AlternateLink[]
  readonly social?: SocialFacts
}
