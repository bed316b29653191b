import type { OwnStandingView } from '@/lib/accounts/own-standing'
import type { ArticleView } from '@/lib/articles/article-view'
import type { OwnCommentView } from '@/lib/comments/comment-view'
import { Notice } from '../ui/notice'
import { Pager } from '../ui/pager'
import { KeptWords } from './kept-words'
import { OwnComment } from './own-comment'
import { OwnStanding } from './own-standing'
import { ReadWarnings } from './read-warnings'
import { PieceLine } from './piece-line'
import { PostNotice } from './post-notice'
import { type FormTrouble, RECEIVED } from './trouble'

const CONFIRMATIONS: ReadonlyMap<string, string> = new Map([
  ['post', RECEIVED],
  ['edit', 'Your new text has been received.'],
  ['withdraw', 'Your comment has been withdrawn.'],
])

/** What they come from, as their address says: nothing but the words over the list depends on it. */
export function Confirmation({ done, statusPath }: { done: string | null; statusPath?: string | null }) {
  const words = done === null ? undefined : CONFIRMATIONS.get(done)
  if (!words) return null
  return (
    <Notice kind="success" title={words}>
      {done === 'post' && statusPath ? (
        <p>
          <a href={statusPath}>Keep this link</a> to see what becomes of your comment on another device.
        </p>
      ) : null}
    </Notice>
  )
}

function None({ later, posted }: { later: boolean; posted: boolean }) {
  if (later) return <p>There is nothing more here.</p>
  return posted ? (
    <p>
      It is not listed here, because this browser has no cookie that tells whose it is: cookies may be off, or
      the form was sent twice. A moderator gets to see it all the same.
    </p>
  ) : (
    <p>
      You have written nothing here yet, or you wrote it on another device. Only the device you wrote on shows
      it.
    </p>
  )
}

/** "Your comments here": what this device wrote under a piece and what became of it. */
export function OwnComments({
  piece,
  comments,
  after = null,
  next = null,
  done,
  statusPath = null,
  standing = null,
  trouble,
}: {
  piece: Pick<ArticleView, 'path' | 'title' | 'language'>
  /** One page of them, newest first. */
  comments: readonly OwnCommentView[]
  /** Cursor this page begins behind; null on the first. */
  after?: string | null
  /** Cursor of the next page. */
  next?: string | null
  done: string | null
  /** Secret address of the comment that was just posted. */
  statusPath?: string | null
  /** What the moderators have to say to them. */
  standing?: OwnStandingView | null
  trouble: FormTrouble | null
}) {
  const about = trouble?.values.commentId
  const homeless = trouble && !comments.some((comment) => comment.id === about)
  const path = `${piece.path}/mine`
  const pageAfter = (cursor: string): string => `${path}?after=${encodeURIComponent(cursor)}`
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">Your comments here</h1>
        <PieceLine piece={piece} />
        {standing ? <OwnStanding standing={standing} read={<ReadWarnings action={path} />} /> : null}
        <Confirmation done={done} statusPath={statusPath} />
        {homeless ? <PostNotice trouble={trouble} /> : null}
        {homeless ? <KeptWords trouble={trouble} id="kept" /> : null}
        {comments.length === 0 ? (
          <None later={after !== null} posted={done === 'post'} />
        ) : (
          <ol className="thread own-list">
            {comments.map((comment) => (
              <OwnComment
                key={comment.id}
                comment={comment}
                action={after === null ? path : pageAfter(after)}
                trouble={comment.id === about ? trouble : null}
              />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of your comments"
          back={after === null ? null : { href: path, label: 'Newest' }}
          next={next === null ? null : { href: pageAfter(next), label: 'Older' }}
        />
        <p>
          <a href={`${piece.path}#comments`}>Back to the conversation</a>
        </p>
      </div>
    </div>
  )
}
