import type { Judgement } from '@/lib/comments/judge'
import { MOVES } from './moves'

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-card]')]

const focusedCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-card]') ?? null

const go = (card: HTMLElement | undefined): void => {
  if (!card) return
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'start' })
}

const inSight = (card: HTMLElement): boolean => card.getBoundingClientRect().bottom > 0

/** To the next (1) or previous (-1) card; to the first in sight when none has the focus. */
const step = (by: 1 | -1): void => {
  const all = cards()
  const focused = focusedCard()
  go(focused ? all[all.indexOf(focused) + by] : all.find(inSight))
}

/** Presses a button of the focused card. Without one, a key only shows which card it would be about. */
const press = (move: Judgement): void => {
  const focused = focusedCard()
  if (!focused) return go(cards().find(inSight))
  focused.querySelector<HTMLButtonElement>(`button[name="move"][value="${move}"]`)?.click()
}

/** What a key means on the list of cards, or null. */
export const cardCommand = (key: string): (() => void) | null => {
  if (key === 'j') return () => step(1)
  if (key === 'k') return () => step(-1)
  const move = (Object.keys(MOVES) as Judgement[]).find((one) => MOVES[one].key === key)
  return move ? () => press(move) : null
}
