import { el } from '../el'
import { setText } from '../set-text'

const typingWords = (typing: number): string =>
  typing > 1
    ? `${typing.toLocaleString('en')} people are typing...`
    : typing === 1
      ? 'Someone is typing...'
      : ''

/** Who else is here: numbers, never names, and not read out. */
export interface Company {
  readonly node: HTMLElement
  active(count: unknown): void
  typing(count: unknown): void
}

export const company = (): Company => {
  const [active, typing] = [el('span', { class: 'active' }), el('span', { class: 'typing' })]
  return {
    node: el('p', { class: 'company' }, active, ' ', typing),
    active: (count) => {
      if (typeof count === 'number') setText(active, `Active: ${count.toLocaleString('en')}`)
    },
    typing: (count) => {
      if (typeof count === 'number') setText(typing, typingWords(count))
    },
  }
}
