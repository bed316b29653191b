import { el } from '../el'

type Control = HTMLInputElement | HTMLTextAreaElement

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const describedBy = (control: Control): string[] =>
  (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)

const describe = (control: Control, ids: readonly string[]): void => {
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '))
  else control.removeAttribute('aria-describedby')
}

/** Takes every error off the form's fields. */
export const clearFieldErrors = (form: HTMLFormElement): void => {
  for (const error of form.querySelectorAll('.field-error')) error.remove()
  for (const control of form.elements) {
    if (!isControl(control)) continue
    control.removeAttribute('aria-invalid')
    describe(
      control,
      describedBy(control).filter((id) => !id.endsWith('-error')),
    )
  }
}

/** Ties each sentence to its field; returns the first field concerned. */
export const showFieldErrors = (
  form: HTMLFormElement,
  fields: ReadonlyMap<string, string>,
): Control | null => {
  let first: Control | null = null
  for (const [name, sentence] of fields) {
    const control = form.elements.namedItem(name)
    if (!isControl(control) || control.type === 'hidden') continue
    const id = `${control.id}-error`
    control.setAttribute('aria-invalid', 'true')
    describe(control, [...describedBy(control), id])
    control.after(el('p', { class: 'field-error', id }, sentence))
    first ??= control
  }
  return first
}
