import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/http/form-state'
import type { DecidedHere } from '@/lib/moderation/decide-card'
import type { DeskPlace } from './desk-actions'
import { counted, leftWords } from './many-words'

/** Without a script: what of a flood was left as it is, and why. */
export function FloodResult({
  state,
  place,
  undoForm,
}: {
  state: FormState<DecidedHere>
  place: DeskPlace
  undoForm: (form: FormData) => void
}) {
  if (state.kind !== 'done') return null
  const { undo, decided } = state.value
  return (
    <div tabIndex={-1} autoFocus className="mt-4 outline-none">
      <Notice kind="success" title={`${counted(decided)} decided.`}>
        <p>{leftWords(state.value)}</p>
        <form action={undoForm}>
          <input type="hidden" name="undo" value={undo} />
          <input type="hidden" name="at" value={place} />
          <Button>Undo all of it</Button>
        </form>
      </Notice>
    </div>
  )
}
