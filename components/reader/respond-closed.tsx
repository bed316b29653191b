import type { ArticleView } from '@/lib/articles/article-view'
import { Notice } from '../ui/notice'
import { KeptWords } from './kept-words'
import { PieceLine } from './piece-line'
import type { FormTrouble } from './trouble'

/** In place of the form where a piece takes no comments (any more): nothing went wrong, and nothing typed is lost. */
export function RespondClosed({
  piece,
  trouble,
}: {
  piece: Pick<ArticleView, 'path' | 'title' | 'language'>
  /** A post that came after the end. */
  trouble: FormTrouble | null
}) {
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">Comments are closed</h1>
        <PieceLine piece={piece} />
        {trouble ? (
          <Notice title="Your comment was not posted." as="h2">
            <p>
              This piece takes no comments now.
              {trouble.values.body ? ' What you had written stands below, to take along.' : ''}
            </p>
          </Notice>
        ) : (
          <p>This piece takes no comments now.</p>
        )}
        {trouble ? <KeptWords trouble={trouble} id="kept" /> : null}
        <p>
          <a href={`${piece.path}#comments`}>Back to the conversation</a>
        </p>
      </div>
    </div>
  )
}
