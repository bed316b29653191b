import type { ArticleView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { Byline } from './byline'
import { CommentLink } from './comment-link'
import { NOTES_ANCHOR } from './piece-notes'
import { Share } from './share'
import { readingText } from './words'

/** One line under the headline; from 1080 px up the same words stand in the margin rail. */
export function PieceMeta({ piece, address }: { piece: ArticleView; address: string }) {
  const corrected = piece.notes.find(({ kind }) => kind === 'correction')
  return (
    <div className="piece-meta meta">
      <Byline bylines={piece.bylines} />
      <Time at={piece.publishedAt} as="date" className="dt-published" />
      {piece.updatedAt > piece.publishedAt ? (
        <span className="updated">
          Updated <Time at={piece.updatedAt} as="date" className="dt-updated" />
        </span>
      ) : null}
      {corrected ? (
        <a className="corrected" href={`#${NOTES_ANCHOR}`}>
          Corrected <Time at={`${corrected.on}T00:00:00.000Z`} as="day" />
        </a>
      ) : null}
      <span>{readingText(piece.readingMinutes)}</span>
      {/* A preview has no conversation yet, and is not to be passed on. */}
      {address === '' ? null : <CommentLink path="" count={piece.commentCount} />}
      {address === '' ? null : <Share title={piece.title} address={address} />}
    </div>
  )
}
