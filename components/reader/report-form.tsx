import type { ReportableView } from '@/lib/comments/open-report'
import { Button } from '../ui/button'
import { TextArea } from '../ui/text-area'
import type { FormTrouble } from './trouble'

/** Why a comment is reported, and what else there is to say about it. A plain form. */
export function ReportForm({
  comment,
  reasons,
  trouble,
}: Pick<ReportableView, 'comment' | 'reasons'> & { trouble: FormTrouble | null }) {
  const error = trouble?.fields.reason
  return (
    <form className="comment-form" method="post" action={`${comment.permalink}/report`}>
      <fieldset className="field choices" aria-describedby={error ? 'reason-error' : undefined}>
        <legend className="field-label">What is wrong with it?</legend>
        {reasons.map(({ reason, words }) => (
          <label key={reason} className="choice">
            <input
              type="radio"
              name="reason"
              value={reason}
              required
              defaultChecked={trouble?.values.reason === reason}
            />{' '}
            {words}
          </label>
        ))}
        {error ? (
          <p className="field-error" id="reason-error">
            {error}
          </p>
        ) : null}
      </fieldset>
      <TextArea
        label="Anything else? (optional)"
        name="note"
        rows={3}
        dir="auto"
        hint="Up to 500 characters. Only the moderators read this."
        error={trouble?.fields.note}
        defaultValue={trouble?.values.note}
      />
      <div className="comment-form-send">
        <Button kind="primary">Send report</Button>
      </div>
    </form>
  )
}
