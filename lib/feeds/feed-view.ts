/** Plain data for feeds and maps of the site: made by the use-cases beside. Times are ISO 8601 UTC. */
export interface CommentEntryView {
  readonly id: string
  /** Site-relative. */
  readonly permalink: string
  /** '' when none was given. */
  readonly name: string
  /** Plain text; line breaks are kept. */
  readonly body: string
  readonly createdAt: string
  readonly changedAt: string
  /** The visible comment it answers; null where it answers the piece, or a comment that is gone. */
  readonly inReplyTo: string | null
  readonly piece: {
    readonly id: string
    readonly path: string
    readonly title: string
    readonly language: string
  }
}

export interface SitemapPieceView {
  /** Site-relative. */
  readonly path: string
  readonly changedAt: string
  /** Addresses of its cover, if it has one, and of the pictures in its text, as they stand on its page: site-relative. */
  readonly images: readonly string[]
}

export interface NewsPieceView {
  readonly path: string
  readonly title: string
  readonly language: string
  readonly publishedAt: string
}
