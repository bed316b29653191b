import { commentsText } from '../../../reader/words'
import { setText } from '../set-text'

/** Wherever the page says how many comments its piece has. */
export const showCount = (count: unknown): void => {
  if (typeof count !== 'number') return
  for (const element of document.querySelectorAll('.conversation-count'))
    setText(element, count.toLocaleString('en'))
  for (const element of document.querySelectorAll('[data-comment-count], .comment-link[href="#comments"]'))
    setText(element, commentsText(count))
}
