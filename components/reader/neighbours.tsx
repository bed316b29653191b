import type { ArticleCardView } from '@/lib/articles/article-view'
import { Neighbour } from './neighbour'

/** The pieces that came out right before and right after; nothing where there is only one. */
export function Neighbours({
  earlier,
  later,
}: {
  earlier: ArticleCardView | null
  later: ArticleCardView | null
}) {
  if (!earlier && !later) return null
  return (
    <nav className="neighbours" aria-label="Previous and next piece">
      {earlier ? <Neighbour piece={earlier} side="prev" rel="prev" label="Previous" /> : null}
      {later ? <Neighbour piece={later} side="next" rel="next" label="Next" /> : null}
    </nav>
  )
}
