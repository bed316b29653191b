import './custom-elements'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-area'
import { Time } from '../ui/time'
import { MailFields } from './mail-fields'
import { Anyway } from './post-notice'
import type { FormTrouble } from './trouble'

type Promised = Pick<ThreadPlace, 'everyCommentWaits' | 'wait' | 'closesAt' | 'zone'>

/** What will happen to a comment, said before it is posted. */
const whatWillHappen = ({ everyCommentWaits, wait }: Promised): string => {
  if (!everyCommentWaits) return 'A moderator may read your comment before it appears here.'
  return wait === null
    ? 'A moderator reads every comment before it appears here.'
    : `A moderator reads every comment here, usually ${wait}.`
}

/**
 * The comment form: a plain form on a page that is kept, so it holds no value of one view. `answers` is the comment
 * replied to. The island sends it without leaving the page. Nothing is cut while typing or pasting: what is too long
 * is said, and stays. Sent as multipart: the usual encoding makes nine bytes of a Chinese letter, and a long comment too
 * large to be taken.
 */
export function CommentForm({
  place,
  answers,
  trouble = null,
}: {
  place: Promised & Pick<ThreadPlace, 'path' | 'mail'>
  answers?: string
  /** A post that came back: shown again with what was typed. */
  trouble?: FormTrouble | null
}) {
  return (
    <stet-form>
      <form
        className="comment-form"
        method="post"
        action={`${place.path}/comments`}
        encType="multipart/form-data"
      >
        {answers ? <input type="hidden" name="parentId" value={answers} /> : null}
        <Anyway trouble={trouble} />
        <TextArea
          label="Your comment"
          name="body"
          rows={5}
          required
          dir="auto"
          hint="Plain text, up to 10,000 characters: no pictures and no formatting. Line breaks stay as you type them."
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
        </div>
        {place.mail ? <MailFields trouble={trouble} /> : null}
        <div className="comment-form-trap" aria-hidden="true">
          <label htmlFor="website">Leave this empty</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <div className="comment-form-send">
          <Button kind="primary">{trouble?.nudge ? 'Post anyway' : 'Post comment'}</Button>
          <p>
            {whatWillHappen(place)}
            {place.closesAt === null ? null : (
              <>
                {' '}
                Comments close on <Time at={place.closesAt} zone={place.zone} />.
              </>
            )}
          </p>
        </div>
      </form>
    </stet-form>
  )
}
