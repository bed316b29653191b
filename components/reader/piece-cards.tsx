import type { ArticleCardView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'

/** A few pieces beside one another: title, byline, and the date where it says something. */
export function PieceCards({
  pieces,
  dated = false,
}: {
  pieces: readonly ArticleCardView[]
  dated?: boolean
}) {
  return (
    <ul className="related-list">
      {pieces.map((piece) => (
        <li key={piece.slug}>
          <h3 className="related-title" lang={piece.language} dir={piece.direction}>
            <a href={piece.path}>{piece.title}</a>
          </h3>
          <p className="meta">
            <Byline bylines={piece.bylines} />
            {dated ? <Time at={piece.publishedAt} as="date" /> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
