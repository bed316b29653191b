import { counted } from '../counted'
import { el } from '../el'
import { setText } from '../set-text'

/** Code points; a test holds it to COMMENT_LIMITS.body. */
export const COMMENT_MAX = 10_000
/** From the first on the count shows; crossing each of them is said once. */
const FROM = 9_000
const THRESHOLDS = [FROM, 9_900, COMMENT_MAX + 1]

const wordsFor = (length: number): string =>
  length > COMMENT_MAX
    ? `${counted(length - COMMENT_MAX, 'character', 'characters')} too many`
    : `${counted(COMMENT_MAX - length, 'character', 'characters')} left`

/** Says near the limit how much is left. Returns what to call when the text changed. */
export const characterCount = (area: HTMLTextAreaElement): (() => void) => {
  const count = el('p', { class: 'character-count', hidden: '' })
  const said = el('p', { class: 'visually-hidden', role: 'status' })
  area.parentElement?.append(count, said)
  let before = 0
  return () => {
    // Spreading is only worth it near the limit: there are never more code points than code units.
    const length = area.value.length < FROM ? 0 : [...area.value.trim()].length
    const crossed = THRESHOLDS.filter((threshold) => length >= threshold).length
    count.hidden = crossed === 0
    setText(count, wordsFor(length))
    count.classList.toggle('too-many', length > COMMENT_MAX)
    if (crossed !== before) setText(said, crossed === 0 ? '' : wordsFor(length))
    before = crossed
  }
}
