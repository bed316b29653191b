/** What a page must know of a picture so that nothing moves when it comes. */
export interface Picture {
  readonly name: string
  /** Pixels, as it stands (a photo taken upright is taller than wide). */
  readonly width: number
  readonly height: number
  /** What it looks like from far away: `#rrggbb`. */
  readonly colour: string
  /** Widths it can be had in, in pixels, narrowest first; never empty. */
  readonly widths: readonly number[]
}
