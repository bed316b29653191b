import type { ArticleCardView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'

/**
 * A few pieces beside one another: title, byline, and the date where it says something. Dated ones are entries of the
 * feed that the front page is (microformats); the others stand on the page of something else.
 */
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
        <li key={piece.slug} className={dated ? 'h-entry' : undefined}>
          <h3 className="related-title" lang={piece.language} dir={piece.direction}>
            <a href={piece.path} className={dated ? 'p-name u-url' : undefined}>
              {piece.title}
            </a>
          </h3>
          <p className="meta">
            <Byline bylines={piece.bylines} ofEntry={dated} />
            {dated ? <Time at={piece.publishedAt} as="date" className="dt-published" /> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
