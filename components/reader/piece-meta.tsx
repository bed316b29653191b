import type { ArticleView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'
import { CommentLink } from './comment-link'
import { Share } from './share'
import { readingText } from './words'

/** One line under the headline; from 1080 px up the same words stand in the margin rail. */
export function PieceMeta({ piece, address }: { piece: ArticleView; address: string }) {
  return (
    <div className="piece-meta meta">
      <Byline bylines={piece.bylines} />
      <Time at={piece.publishedAt} as="date" className="dt-published" />
      {piece.updatedAt > piece.publishedAt ? (
        <span className="updated">
          Updated <Time at={piece.updatedAt} as="date" className="dt-updated" />
        </span>
      ) : null}
      <span>{readingText(piece.readingMinutes)}</span>
      <CommentLink path="" count={piece.commentCount} />
      <Share title={piece.title} address={address} />
    </div>
  )
}
