import type { ArticleCardView } from '@/lib/articles/article-view'

/** The way to a piece before or after this one. */
export function Neighbour({
  piece,
  side,
  label,
  rel,
}: {
  piece: ArticleCardView
  side: 'prev' | 'next'
  label: string
  /** What it is to this page as a whole, if anything. */
  rel?: 'prev' | 'next'
}) {
  return (
    <a className={`neighbour neighbour-${side}`} href={piece.path} rel={rel}>
      <span className="neighbour-label">{label}</span>{' '}
      <bdi className="neighbour-title" lang={piece.language}>
        {piece.title}
      </bdi>
    </a>
  )
}
