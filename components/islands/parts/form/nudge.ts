import { el } from '../el'
import { setText } from '../set-text'

const POST = 'Post comment'

/** From now on the form says that its text is meant as it stands. */
export const postAnyway = (form: HTMLFormElement, button: Element | null): void => {
  if (!form.elements.namedItem('anyway'))
    form.append(el('input', { type: 'hidden', name: 'anyway', value: '1' }))
  setText(button, 'Post anyway')
}

/** Another text is another question. True when there was one. */
export const askAgain = (form: HTMLFormElement, button: Element | null): boolean => {
  const anyway = form.elements.namedItem('anyway')
  if (!(anyway instanceof HTMLInputElement)) return false
  anyway.remove()
  setText(button, POST)
  return true
}
