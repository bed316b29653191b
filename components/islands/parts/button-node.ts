import { el } from './el'

/** A button that sends nothing. */
export const buttonNode = (words: string, className: string, press: () => void): HTMLButtonElement => {
  const button = el('button', { type: 'button', class: className }, words)
  button.addEventListener('click', press)
  return button
}
