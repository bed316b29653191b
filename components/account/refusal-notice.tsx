import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/http/form-state'

/** Why the last post of this form was refused, if it was. Sentences about fields stand beside the fields. */
export function RefusalNotice({ state }: { state: FormState }) {
  return state.kind === 'refused' ? (
    <Notice kind="error">
      <p>{state.error.message}</p>
    </Notice>
  ) : null
}
