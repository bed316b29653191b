import { shownName } from '../../reader/words'
import { el } from './el'
import type { OwnWaiting } from './own-comments'

const state = (words: string, path: string, id: string): HTMLElement =>
  el(
    'p',
    { class: 'comment-state' },
    `${words} `,
    el('a', { href: `${path}/mine#comment-${id}` }, 'Edit or withdraw'),
  )

const time = (at: string): HTMLElement => {
  const element = document.createElement('stet-time')
  element.append(el('time', { datetime: at }, at))
  return element
}

/** The author's own waiting comment, in its place: a dashed blue rule, and words. Nobody else's page holds it. */
export const ownCommentNode = (comment: OwnWaiting, path: string): HTMLElement =>
  el(
    'li',
    { class: 'comment comment-waiting comment-own', id: `comment-${comment.id}` },
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
      state('Your comment will appear once approved by a moderator.', path, comment.id),
    ),
  )

/** Below one's own public comment whose new text waits. */
export const editWaitingNode = (id: string, path: string): HTMLElement => {
  const node = state('Your edit will appear once approved by a moderator.', path, id)
  node.classList.add('comment-own')
  return node
}
