import type { BylineView } from '@/lib/articles/article-view'
import { listParts } from './words'

/** "By Ada Lovelace and Charles Babbage", each a person to machines too, who leads to what they wrote; nothing for a piece without a byline. */
export function Byline({ bylines }: { bylines: readonly BylineView[] }) {
  if (bylines.length === 0) return null
  return (
    <span className="byline">
      By{' '}
      <bdi>
        {listParts(bylines.map(({ name }) => name)).map(({ text, index }, place) =>
          index === null ? (
            text
          ) : (
            <a key={place} href={bylines[index]?.path} rel="author" className="p-author h-card">
              <bdi>{text}</bdi>
            </a>
          ),
        )}
      </bdi>
    </span>
  )
}
