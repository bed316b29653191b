/** What a feed tells, whatever its format. Every address is absolute, times are ISO 8601 UTC. */
export interface Feed {
  readonly title: string
  readonly description: string
  /** The page it is the feed of. */
  readonly page: string
  readonly addresses: { readonly rss: string; readonly atom: string; readonly json: string }
  readonly publisher: Publisher
  /** Where those who follow it are told of changes at once (WebSub); null for nowhere. */
  readonly hub: string | null
  /** Newest change of what is in it. */
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

export interface Publisher {
  readonly name: string
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string
}

export interface FeedEntry {
  /** Outlives a change of the address. */
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text; '' for none. */
  readonly summary: string
  /** Full text, every address absolute. */
  readonly html: string
  /** What stands for it where entries have pictures: a JPEG, with '' for what nobody said of it. */
  readonly picture: { readonly url: string; readonly alt: string; readonly credit: string } | null
  readonly publishedAt: string
  readonly updatedAt: string
  readonly authors: readonly { readonly name: string; readonly url: string }[]
  readonly categories: readonly string[]
  readonly language: string
  /** Visible comments, and where they are. */
  readonly comments: { readonly count: number; readonly url: string; readonly feed: string }
}

/** The newest of these moments; the beginning of time for none, so that the same entries give the same bytes. */
export const newest = (moments: readonly string[]): string =>
  new Date(Math.max(0, ...moments.map((at) => Date.parse(at)))).toISOString()

/** The one language of everything in it, or null. */
export const commonLanguage = (entries: readonly Pick<FeedEntry, 'language'>[]): string | null => {
  const [first, ...others] = new Set(entries.map(({ language }) => language))
  return first !== undefined && others.length === 0 ? first : null
}
