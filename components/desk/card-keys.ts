import { QUEUE_WORDS } from './queue-words'
import type { KeyCommand } from './key-map'

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-card]')]

const focusedCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-card]') ?? null

const go = (card: HTMLElement | undefined): void => {
  if (!card) return
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'start' })
}

const inSight = (card: HTMLElement): boolean => card.getBoundingClientRect().bottom > 0

/** Nobody else has it in hand. */
const isFree = (card: HTMLElement): boolean => card.dataset.held === undefined

/** To the next (1) or previous (-1) card that no colleague has in hand; to the first in sight when none has the focus. */
const step = (by: 1 | -1): void => {
  const all = cards()
  const focused = focusedCard()
  if (!focused) return go(all.find((card) => isFree(card) && inSight(card)) ?? all.find(inSight))
  const at = all.indexOf(focused)
  go(by === 1 ? all.slice(at + 1).find(isFree) : all.slice(0, at).findLast(isFree))
}

/** Something of the focused card. Without one, a key only shows which card it would be about. */
const onCard = (work: (card: HTMLElement) => void): void => {
  const focused = focusedCard()
  if (focused) work(focused)
  else step(1)
}

const click = (selector: string) => (): void =>
  onCard((card) => card.querySelector<HTMLElement>(selector)?.click())

const move = (name: string) => click(`button[name="move"][value="${name}"]`)

const openMore = (): void =>
  onCard((card) => {
    const more = card.querySelector<HTMLDetailsElement>('[data-more]')
    if (more) more.open = true
    card.querySelector<HTMLElement>('[data-note]')?.focus()
  })

const openFilter = (): void => {
  const filter = document.querySelector<HTMLDetailsElement>('[data-filter]')
  if (!filter) return
  filter.open = true
  filter.querySelector<HTMLElement>('input[type="search"], select')?.focus()
}

/** What the keys do that are about the list of cards. */
export const CARD_COMMANDS: Readonly<Partial<Record<KeyCommand, () => void>>> = {
  next: () => step(1),
  previous: () => step(-1),
  approve: move('approve'),
  reject: move('reject'),
  spam: move('spam'),
  hold: move('hold'),
  keep: move('keep'),
  feature: click('button[name="pick"]'),
  select: click('input[type="checkbox"][data-box]'),
  details: click('[data-details]'),
  note: openMore,
  search: openFilter,
}

/** Follows the link of the tab whose name begins with that letter ("l" for All, which shares its letter). */
export const goToTab = (letter: string): void => {
  const words = QUEUE_WORDS.find(({ key }) => key === letter)
  if (words) document.querySelector<HTMLAnchorElement>(`.tabs a[href="/desk?tab=${words.tab}"]`)?.click()
}
