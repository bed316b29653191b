import './custom-elements'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-area'
import type { FormTrouble } from './trouble'

/**
 * The comment form: a plain form on a page that is kept, so it holds no value of one view. `answers` is the comment
 * replied to. The island sends it without leaving the page.
 */
export function CommentForm({
  path,
  answers,
  everyCommentWaits,
  trouble = null,
}: {
  /** Of the piece, site-relative. */
  path: string
  answers?: string
  /** Whether somebody reads each comment first: said before posting. */
  everyCommentWaits: boolean
  /** A post that came back: shown again with what was typed. */
  trouble?: FormTrouble | null
}) {
  return (
    <stet-form>
      <form className="comment-form" method="post" action={`${path}/comments`}>
        {answers ? <input type="hidden" name="parentId" value={answers} /> : null}
        <TextArea
          label="Your comment"
          name="body"
          rows={5}
          required
          dir="auto"
          hint="Plain text only: no pictures and no formatting. Line breaks stay as you type them."
          error={trouble?.fields.body}
          defaultValue={trouble?.values.body}
        />
        <div className="comment-form-who">
          <Field
            label="Name (optional)"
            name="name"
            autoComplete="name"
            dir="auto"
            error={trouble?.fields.name}
            defaultValue={trouble?.values.name}
          />
          <Field
            label="Email (optional)"
            name="email"
            type="email"
            autoComplete="email"
            hint="Never shown."
            error={trouble?.fields.email}
            defaultValue={trouble?.values.email}
          />
        </div>
        <div className="comment-form-trap" aria-hidden="true">
          <label htmlFor="website">Leave this empty</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <div className="comment-form-send">
          <Button kind="primary">Post comment</Button>
          <p>
            {everyCommentWaits
              ? 'A moderator reads every comment before it appears here.'
              : 'A moderator may read your comment before it appears here.'}
          </p>
        </div>
      </form>
    </stet-form>
  )
}
