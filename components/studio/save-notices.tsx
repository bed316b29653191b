import type { FormState } from '@/lib/http/form-state'
import { Notice } from '../ui/notice'

/** What became of the last save of a form: refused, and why, or stored. */
export function SaveNotices({
  state,
  saved,
  words,
}: {
  state: FormState
  /** Whether the request before this one stored it. */
  saved: boolean
  words: string
}) {
  if (state.kind === 'refused')
    return (
      <Notice kind="error" title="This was not saved">
        <p>{state.error.message}</p>
      </Notice>
    )
  return saved && state.kind === 'idle' ? (
    <Notice kind="success">
      <p>{words}</p>
    </Notice>
  ) : null
}
