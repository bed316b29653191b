import type { ArticleCardView } from '@/lib/articles/article-view'
import { PieceCards } from './piece-cards'

/** A few other pieces, below the thread or on a page that is not there. */
export function RelatedPieces({ pieces }: { pieces: readonly ArticleCardView[] }) {
  return (
    <aside className="related" aria-labelledby="related-title">
      <h2 className="section-title" id="related-title">
        More to read
      </h2>
      {pieces.length === 0 ? <p className="related-none">No items found.</p> : <PieceCards pieces={pieces} />}
    </aside>
  )
}
