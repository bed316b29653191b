import type { InputHTMLAttributes } from 'react'

/** <CheckBox label="Tell me by email" name="tellReplies" describedBy="email-error" />: sent as 1 when ticked. */
export function CheckBox({
  label,
  name,
  id = name,
  ...rest
}: { label: string; name: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className="check-box">
      <input {...rest} type="checkbox" id={id} name={name} value="1" />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
