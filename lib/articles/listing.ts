/** How a piece is told of elsewhere: in lists, by search engines, where it is shared. '' for what follows from the piece. */
export interface Listing {
  /** A few sentences for lists and feeds that quote no text. */
  readonly excerpt: string
  readonly searchTitle: string
  readonly searchDescription: string
  readonly socialTitle: string
  readonly socialDescription: string
}

export type ListingField = keyof Listing

/** Code points. */
export const LISTING_MOST: Readonly<Record<ListingField, number>> = {
  excerpt: 500,
  searchTitle: 120,
  searchDescription: 320,
  socialTitle: 120,
  socialDescription: 320,
}

export const LISTING_FIELDS = Object.keys(LISTING_MOST) as readonly ListingField[]

export const NO_LISTING: Listing = {
  excerpt: '',
  searchTitle: '',
  searchDescription: '',
  socialTitle: '',
  socialDescription: '',
}
