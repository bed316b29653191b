import { pictureName } from '@/lib/media/media-address'
import type { PieceValues } from './piece-values'
import { focusPlace } from './writing/focus-place'

/** As much as is shown of it elsewhere: what goes beyond is cut there. */
const MOST = { title: 60, description: 160, social: 90 } as const

const cut = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** As a search engine would list the piece and as a link to it would look, by what is typed. */
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
  const { cover, coverFocus } = values
  const picture =
    pictureName(cover) === null ? null : (
      <img src={cover} alt="" style={{ objectPosition: focusPlace(coverFocus) }} />
    )
  return (
    <div className="listing-previews" dir="auto">
      <figure>
        <figcaption className="text-caption text-ink-3">In a search</figcaption>
        <div className="search-preview">
          <div className="grid content-start gap-1">
            <p className="text-caption wrap-anywhere text-ink-2">
              {below}
              {values.slug}
            </p>
            <p className="font-semibold text-blue">{cut(title, MOST.title)}</p>
            <p className="text-ink-2">{cut(description, MOST.description)}</p>
          </div>
          {picture}
        </div>
      </figure>
      <figure>
        <figcaption className="text-caption text-ink-3">Where it is shared</figcaption>
        <div className="share-preview">
          {picture ?? <p className="share-words">{values.title || 'Untitled'}</p>}
          <div className="grid gap-1 p-3">
            <p className="font-semibold">{cut(values.socialTitle || title, MOST.social)}</p>
            <p className="text-ink-2">{cut(values.socialDescription || description, MOST.description)}</p>
          </div>
        </div>
        {picture === null ? (
          <p className="text-caption text-ink-3">Without a cover a picture of the piece’s title is made.</p>
        ) : null}
      </figure>
    </div>
  )
}
