import { CheckBox } from '../ui/check-box'
import { Field } from '../ui/field'
import type { FormTrouble } from './trouble'

/** The address and what it is for; only where the publication can send mail. What is wrong is said at the address. */
export function MailFields({ trouble }: { trouble: FormTrouble | null }) {
  return (
    <fieldset className="comment-form-mail">
      <legend className="visually-hidden">News by email</legend>
      <Field
        label="Email (optional)"
        name="email"
        type="email"
        autoComplete="email"
        hint="Never shown. We send you a secret link to your comment, and the mails you tick here."
        error={trouble?.fields.email}
        defaultValue={trouble?.values.email}
      />
      <CheckBox
        label="Tell me by email when it is approved"
        name="tellApproved"
        defaultChecked={trouble?.values.tellApproved === '1'}
      />
      <CheckBox
        label="Tell me by email about replies"
        name="tellReplies"
        defaultChecked={trouble?.values.tellReplies === '1'}
      />
    </fieldset>
  )
}
