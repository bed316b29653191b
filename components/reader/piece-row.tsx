import type { ArticleCardView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'
import { CommentLink } from './comment-link'
import { Cover } from './cover'

/** A ruled row of the front page: date and count in the margin, title and dek in the column. */
export function PieceRow({
  piece,
  part,
}: {
  piece: ArticleCardView
  /** Its number in the series that the list is. */
  part?: number
}) {
  return (
    <article className={piece.cover ? 'row row-cover h-entry' : 'row h-entry'}>
      <div className="row-text" lang={piece.language} dir={piece.direction}>
        {piece.kicker ? <p className="kicker p-category">{piece.kicker}</p> : null}
        <h2 className="row-title">
          <a className="p-name u-url" href={piece.path}>
            {piece.title}
          </a>
        </h2>
        {piece.dek ? <p className="row-dek p-summary">{piece.dek}</p> : null}
      </div>
      {piece.cover ? <Cover cover={piece.cover} place="row" /> : null}
      <p className="meta">
        {part === undefined ? null : <span className="row-part">Part {part}</span>}
        <Time at={piece.publishedAt} as="date" className="dt-published" />
        <Byline bylines={piece.bylines} />
        <CommentLink path={piece.path} count={piece.commentCount} />
      </p>
    </article>
  )
}
