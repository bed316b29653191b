import type { ArticleCardView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'
import { CommentLink } from './comment-link'
import { Cover } from './cover'
import { readingText } from './words'

/** The first piece of the front page: the largest headline of the publication. */
export function LeadPiece({ piece }: { piece: ArticleCardView }) {
  return (
    <article className="lead h-entry">
      <div className="lead-text" lang={piece.language} dir={piece.direction}>
        {piece.kicker ? <p className="kicker p-category">{piece.kicker}</p> : null}
        <h2 className="lead-title">
          <a className="p-name u-url" href={piece.path}>
            {piece.title}
          </a>
        </h2>
        {piece.dek ? <p className="dek p-summary">{piece.dek}</p> : null}
        {piece.cover ? <Cover cover={piece.cover} place="lead" /> : null}
      </div>
      <p className="meta">
        <Time at={piece.publishedAt} as="date" className="dt-published" />
        <Byline bylines={piece.bylines} />
        <span>{readingText(piece.readingMinutes)}</span>
        <CommentLink path={piece.path} count={piece.commentCount} />
      </p>
    </article>
  )
}
