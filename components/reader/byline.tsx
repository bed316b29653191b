import type { BylineView } from '@/lib/articles/article-view'
import { listParts } from './words'

/** "By Ada Lovelace and Charles Babbage", each of whom leads to what they wrote; nothing for a piece without a byline. */
export function Byline({
  bylines,
  ofEntry = true,
}: {
  bylines: readonly BylineView[]
  /** Whether it stands in an entry, whose authors machines then know by it (microformats). */
  ofEntry?: boolean
}) {
  if (bylines.length === 0) return null
  return (
    <span className="byline">
      By{' '}
      <bdi>
        {listParts(bylines.map(({ name }) => name)).map(({ text, index }, place) =>
          index === null ? (
            text
          ) : (
            <a
              key={place}
              href={bylines[index]?.path}
              rel="author"
              className={ofEntry ? 'p-author h-card' : undefined}
            >
              <bdi>{text}</bdi>
            </a>
          ),
        )}
      </bdi>
    </span>
  )
}
