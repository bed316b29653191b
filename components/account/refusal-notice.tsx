import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/http/form-state'

/** Why the last post of this form was refused, if it was. Sentences about fields stand beside the fields, and only there. */
export function RefusalNotice({ state }: { state: FormState }) {
  if (state.kind !== 'refused') return null
  const { message, fields = {} } = state.error
  return Object.values(fields).includes(message) ? null : (
    <Notice kind="error">
      <p>{message}</p>
    </Notice>
  )
}
