import { relativeText } from '../../ui/time-text'
import { setText } from './set-text'

const REFRESH_MS = 30_000
const EXACT: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' }

const shown = new Set<TimeElement>()
let clock: number | undefined

const tellAll = (): void => {
  if (document.hidden) return
  for (const element of shown) element.tell()
}

/** <stet-time><time datetime="…">exact</time></stet-time>: says how long ago; exact, in the reader's own zone, on hover. */
export class TimeElement extends HTMLElement {
  connectedCallback(): void {
    shown.add(this)
    this.tell()
    clock ??= window.setInterval(tellAll, REFRESH_MS)
  }

  disconnectedCallback(): void {
    shown.delete(this)
    if (shown.size > 0) return
    window.clearInterval(clock)
    clock = undefined
  }

  tell(): void {
    const time = this.querySelector('time')
    const at = new Date(time?.dateTime ?? '')
    if (!time || Number.isNaN(at.getTime())) return
    time.title = at.toLocaleString('en', EXACT)
    setText(time, relativeText(at, new Date()))
  }
}
