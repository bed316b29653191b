import type { KeyboardEvent, TextareaHTMLAttributes } from 'react'
import { type FieldFacts, FieldFrame, controlIds } from '@/components/ui/field-frame'

/** A line ends where the field ends: Enter goes on to the next one. */
const goOn = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const { form } = event.currentTarget
  const fields = [...(form?.querySelectorAll<HTMLElement>('textarea, [role="textbox"]') ?? [])]
  const shown = fields.filter((field) => field.getClientRects().length > 0)
  shown[shown.indexOf(event.currentTarget) + 1]?.focus()
}

/** One line of the sheet, as long as it needs to be: <SheetLine label="Title" name="title" className="sheet-title" /> */
export function SheetLine({
  label,
  name,
  id,
  hint,
  error,
  className,
  ...rest
}: FieldFacts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const facts = { label, name, id, hint, error }
  return (
    <FieldFrame {...facts}>
      <textarea
        rows={1}
        dir="auto"
        onKeyDown={goOn}
        {...rest}
        {...controlIds(facts)}
        className={`sheet-field ${className ?? ''}`.trim()}
      />
    </FieldFrame>
  )
}
