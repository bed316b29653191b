import { buttonNode } from '../button-node'
import { shelf } from '../shelf'
import { setText } from '../set-text'
import type { OpenThread } from './open-thread'

const choices = shelf('choices', 10)
const KEYS_OFF = 'keys-off'

const isPlainN = (event: KeyboardEvent): boolean =>
  event.key === 'n' && !event.repeat && !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey

const isTyping = ({ target }: Event): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** The button that leads to the next new comment, its key, and the switch that turns the key off. */
export const nextNew = (thread: OpenThread, go: () => void): { count(unseen: number): void } => {
  const next = buttonNode('', 'bar-button', go)
  const keyboard = buttonNode('', 'bar-button bar-quiet', () => {
    if (isOff()) choices.drop(KEYS_OFF)
    else choices.put(KEYS_OFF, true)
    tell()
  })
  const isOff = (): boolean => choices.get(KEYS_OFF) === true
  const tell = (): void => {
    setText(keyboard, `Key N: ${isOff() ? 'off' : 'on'}`)
    keyboard.title = 'Whether N leads to the next new comment'
    if (isOff()) next.removeAttribute('aria-keyshortcuts')
    else next.setAttribute('aria-keyshortcuts', 'n')
  }
  tell()
  thread.bar.append(next, keyboard)
  document.addEventListener(
    'keydown',
    (event) => {
      if (next.hidden || isOff() || !isPlainN(event) || isTyping(event)) return
      event.preventDefault()
      go()
    },
    { signal: thread.life },
  )
  return {
    count: (unseen) => {
      // Its last press leaves the focus on the comment, so that it may go.
      next.hidden = keyboard.hidden = unseen === 0
      setText(next, `Next new comment (${unseen.toLocaleString('en')})`)
    },
  }
}
