/** An entry of a directory: a tag, somebody who writes, a month. */
export interface EntryView {
  /** Site-relative, percent-encoded. */
  readonly path: string
  readonly name: string
  /** Public pieces. */
  readonly pieces: number
}

export interface AuthorEntryView extends EntryView {
  readonly bio: string
}

export interface MonthView {
  readonly path: string
  /** 1 to 12. */
  readonly month: number
  readonly pieces: number
}

export interface YearView {
  readonly path: string
  readonly year: number
  readonly pieces: number
  /** Newest first; months without a piece are left out. */
  readonly months: readonly MonthView[]
}
