import type { ArticleCardView } from '@/lib/articles/article-view'
import { Byline } from './byline'

/** The latest other pieces, below the thread. */
export function RelatedPieces({ pieces }: { pieces: readonly ArticleCardView[] }) {
  return (
    <aside className="related" aria-labelledby="related-title">
      <h2 className="section-title" id="related-title">
        More to read
      </h2>
      {pieces.length === 0 ? <p className="related-none">No items found.</p> : null}
      <ul className="related-list">
        {pieces.map((piece) => (
          <li key={piece.slug}>
            <h3 className="related-title" lang={piece.language} dir={piece.direction}>
              <a href={piece.path}>{piece.title}</a>
            </h3>
            <p className="meta">
              <Byline bylines={piece.bylines} />
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
