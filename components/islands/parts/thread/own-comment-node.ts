import { shownName } from '../../../reader/words'
import { buttonNode } from '../button-node'
import { el } from '../el'
import type { OwnComment } from './own-comments'

/** A moderator's words as a sentence among ours. */
const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`)

const state = (words: string, ...rest: readonly (Node | string)[]): HTMLElement =>
  el('p', { class: 'comment-state' }, `${words} `, ...rest)

/** To the page where one's own comment is changed or taken back. */
export const changeLink = (path: string, id: string): Node =>
  el('a', { href: `${path}/mine#comment-${id}` }, 'Edit or withdraw')

const time = (at: string): HTMLElement => {
  const element = document.createElement('stet-time')
  element.append(el('time', { datetime: at }, at))
  return element
}

const fate = ({ id, rejected, rejectedFor }: OwnComment, path: string, dismiss: () => void): HTMLElement => {
  if (!rejected) return state('Your comment will appear once approved by a moderator.', changeLink(path, id))
  const words = 'A moderator decided not to publish this comment.'
  const told = state(
    rejectedFor ? `${words} Reason:` : words,
    ...(rejectedFor ? [el('bdi', {}, sentence(rejectedFor)), ' '] : []),
    buttonNode('Dismiss', 'button button-quiet', dismiss),
  )
  told.classList.add('comment-state-rejected')
  return told
}

/** The author's own comment that nobody else sees, in its place: a dashed rule, and words. */
export const ownCommentNode = (comment: OwnComment, path: string, dismiss: () => void): HTMLElement =>
  el(
    'li',
    {
      class: `comment comment-own ${comment.rejected ? 'comment-rejected' : 'comment-waiting'}`,
      id: `comment-${comment.id}`,
    },
    el(
      'article',
      { class: 'comment-body' },
      el(
        'p',
        { class: 'comment-head' },
        el('bdi', { class: 'comment-name' }, shownName(comment.name)),
        el('span', { class: 'comment-time' }, time(comment.createdAt)),
      ),
      el('div', { class: 'comment-text', dir: 'auto' }, comment.body),
      fate(comment, path, dismiss),
    ),
  )

/** Below one's own public comment whose new text waits. */
export const editWaitingNode = (): HTMLElement => {
  const node = state('Your edit will appear once approved by a moderator.')
  node.classList.add('comment-own')
  return node
}
