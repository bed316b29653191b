import type { BylineView } from '@/lib/articles/article-view'
import { bylineText } from './words'

/** "By Ada Lovelace and Charles Babbage"; nothing for a piece without a byline. */
export function Byline({ bylines }: { bylines: readonly BylineView[] }) {
  if (bylines.length === 0) return null
  return (
    <span className="byline">
      By <bdi>{bylineText(bylines)}</bdi>
    </span>
  )
}
