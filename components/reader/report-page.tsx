import type { ReportableView } from '@/lib/comments/open-report'
import { Notice } from '../ui/notice'
import { CommentHead } from './comment-head'
import { CommentText } from './comment-text'
import { ReportForm } from './report-form'
import { FAILED, type FormTrouble, RECEIVED } from './trouble'

/** The comment, and the form with which it is reported; after that, that the report has arrived. */
export function ReportPage({
  comment,
  path,
  reasons,
  mayReport,
  done,
  trouble,
}: ReportableView & {
  /** A report of it has just been received. */
  done: boolean
  trouble: FormTrouble | null
}) {
  return (
    <div className="plain-page">
      <div className="plain-text">
        <h1 className="plain-title">Report a comment</h1>
        {done ? (
          <Notice kind="success" title={RECEIVED} as="h2">
            <p>A moderator will look at this comment. It stays where it is until they have decided.</p>
          </Notice>
        ) : null}
        {trouble && mayReport ? (
          <Notice kind="error" title={FAILED} as="h2">
            <p>{trouble.message}</p>
          </Notice>
        ) : null}
        <blockquote className="respond-quote">
          <CommentHead comment={comment} />
          <CommentText text={comment.body} />
        </blockquote>
        {done || !mayReport ? null : <ReportForm comment={comment} reasons={reasons} trouble={trouble} />}
        {mayReport ? null : (
          <p>
            This comment is your own. You can change or withdraw it among{' '}
            <a href={`${path}/mine`}>your comments here</a>.
          </p>
        )}
        <p>
          <a href={comment.permalink}>Back to the comment</a>
        </p>
      </div>
    </div>
  )
}
