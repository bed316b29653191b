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

/** To the next (1) or previous (-1) card; to the first in sight when none has the focus. */
const step = (by: 1 | -1): void => {
  const all = cards()
  const focused = focusedCard()
  go(focused ? all[all.indexOf(focused) + by] : all.find(inSight))
}

/** Something of the focused card. Without one, a key only shows which card it would be about. */
const onCard = (work: (card: HTMLElement) => void): void => {
  const focused = focusedCard()
  if (focused) work(focused)
  else go(cards().find(inSight))
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
  note: openMore,
  search: openFilter,
}

/** Follows the link of the tab whose name begins with that letter ("l" for All, which shares its letter). */
export const goToTab = (letter: string): void => {
  const words = QUEUE_WORDS.find(({ key }) => key === letter)
  if (words) document.querySelector<HTMLAnchorElement>(`.tabs a[href="/desk?tab=${words.tab}"]`)?.click()
}
