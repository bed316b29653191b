import type { FoundCommentView } from '@/lib/search/search-view'
import { Time } from '../ui/time'
import { Marked } from './marked'
import { shownName } from './words'

/** A ruled row: when in the margin, who under which piece and the words that were found in the column. */
export function FoundComment({ comment }: { comment: FoundCommentView }) {
  const { piece } = comment
  return (
    <article className="row">
      <div className="row-text">
        <h2 className="found-where">
          <a href={comment.permalink}>
            <bdi>{shownName(comment.name)}</bdi> on{' '}
            <bdi lang={piece.language} dir={piece.direction}>
              {piece.title}
            </bdi>
          </a>
        </h2>
        <p className="row-dek" dir="auto">
          <Marked parts={comment.excerpt} />
        </p>
      </div>
      <p className="meta">
        <Time at={comment.createdAt} />
      </p>
    </article>
  )
}
