import type { FoundPieceView } from '@/lib/search/search-view'
import { Time } from '../ui/time'
import { Byline } from './byline'
import { CommentLink } from './comment-link'
import { Marked } from './marked'

/** A ruled row: date and authors in the margin, headline and the lines that were found in the column. */
export function FoundPiece({ piece }: { piece: FoundPieceView }) {
  return (
    <article className="row">
      <div className="row-text" lang={piece.language} dir={piece.direction}>
        <h2 className="row-title">
          <a href={piece.path}>
            <Marked parts={piece.marked.title} />
          </a>
        </h2>
        <p className="row-dek">
          <Marked parts={piece.marked.excerpt} />
        </p>
      </div>
      <p className="meta">
        <Time at={piece.publishedAt} as="date" />
        <Byline bylines={piece.bylines} />
        <CommentLink path={piece.path} count={piece.commentCount} />
      </p>
    </article>
  )
}
