import type { PieceValues } from './piece-values'

/** As a search engine would list the piece and as a link to it would look, by what is stored. */
export function ListingPreview({
  values,
  below = '/articles/',
}: {
  values: PieceValues
  /** What stands before the last part of its address. */
  below?: string
}) {
  const title = values.searchTitle || values.title || 'Untitled'
  const description = values.searchDescription || values.excerpt || values.dek
  return (
    <div className="grid gap-4 sm:grid-cols-2" dir="auto">
      <figure className="grid content-start gap-1">
        <figcaption className="text-caption text-ink-3">In a search</figcaption>
        <p className="text-caption wrap-anywhere text-ink-2">
          {below}
          {values.slug}
        </p>
        <p className="line-clamp-2 font-semibold text-blue">{title}</p>
        <p className="line-clamp-3 text-ink-2">{description}</p>
      </figure>
      <figure className="grid content-start gap-1 border-s-2 border-rule ps-3">
        <figcaption className="text-caption text-ink-3">Where it is shared</figcaption>
        <p className="line-clamp-2 font-semibold">{values.socialTitle || title}</p>
        <p className="line-clamp-3 text-ink-2">{values.socialDescription || description}</p>
      </figure>
    </div>
  )
}
