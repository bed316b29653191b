import type { ArticleCardView } from '@/lib/articles/article-view'

function Neighbour({ piece, rel, label }: { piece: ArticleCardView; rel: 'prev' | 'next'; label: string }) {
  return (
    <a className={`neighbour neighbour-${rel}`} href={piece.path} rel={rel}>
      <span className="neighbour-label">{label}</span>{' '}
      <bdi className="neighbour-title" lang={piece.language}>
        {piece.title}
      </bdi>
    </a>
  )
}

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
      {earlier ? <Neighbour piece={earlier} rel="prev" label="Previous" /> : null}
      {later ? <Neighbour piece={later} rel="next" label="Next" /> : null}
    </nav>
  )
}
