import { el } from '../el'
import { whenNear } from '../in-view'
import { reveal } from './collapse'
import { bodyOf, goTo, idOf, parentOf, timeOf } from './comment-node'
import { nextNew } from './next-new'
import type { OpenThread } from './open-thread'
import { whenSeen } from './seen'
import { UNSEEN, lastVisit, noteVisit } from './visits'

/** The next after where the reader is, else the first. */
const nextOf = (unseen: readonly HTMLElement[]): HTMLElement | undefined => {
  const here = document.activeElement?.closest('.comment')
  const isBehind = (comment: HTMLElement): boolean =>
    !here || Boolean(here.compareDocumentPosition(comment) & Node.DOCUMENT_POSITION_FOLLOWING)
  return unseen.find(isBehind) ?? unseen[0]
}

/** From when on this page shows every root there is: epoch ms. */
const shownFrom = ({ element, list, isFirst, sort }: OpenThread): number => {
  if (isFirst && !element.querySelector('.thread-more')) return 0
  const roots = isFirst && sort === 'newest' ? [...(list?.children ?? [])] : []
  const times = roots.map((root) => Date.parse(timeOf(root)))
  return Math.min(Date.now(), ...times.filter((time) => time > 0))
}

/** Marks what was not here at the last visit, and leads from one such comment to the next. */
export const newSince = (thread: OpenThread): void => {
  const visit = lastVisit(thread.path)
  // What is loaded into the page later, and what a page of one branch shows, may have been out of sight last time.
  const atFirst = new Set(thread.isFirst ? thread.comments : [])
  const marked = new Set<string>()
  const unseen = new Set<string>()
  let isHere = false

  const list = (): HTMLElement[] => thread.comments.filter((comment) => unseen.has(idOf(comment)))
  const tell = (): void => button.count(list().length)
  const see = (comment: Element): void => {
    unseen.delete(idOf(comment))
    tell()
  }
  const button = nextNew(thread, () => {
    const next = nextOf(list())
    if (!next) return
    reveal(next)
    goTo(next)
    see(next)
  })
  const watch = whenSeen(thread.life, (body) => see(body.closest('.comment') ?? body))

  const mark = (comment: HTMLElement): void => {
    const [id, at, head] = [idOf(comment), timeOf(comment), bodyOf(comment)?.querySelector('.comment-head')]
    if (!head || !at || thread.own.has(id)) return
    const above = atFirst.has(comment) ? parentOf(comment) : UNSEEN
    const isFresh = marked.has(id) || 'live' in comment.dataset || visit?.isNew(id, at, above)
    if (!isFresh || head.querySelector('.comment-new')) return
    head.append(el('span', { class: 'badge badge-blue comment-new' }, 'New'))
    if (marked.has(id)) return
    marked.add(id)
    unseen.add(id)
    const body = bodyOf(comment)
    if (body) watch(body)
  }
  const leave = (): void => {
    if (!isHere) return
    const seen = thread.comments.filter((comment) => !unseen.has(idOf(comment)))
    noteVisit(
      thread.path,
      seen.map((comment) => [idOf(comment), timeOf(comment)]),
      shownFrom(thread),
    )
  }

  thread.whenChanged(() => {
    thread.comments.forEach(mark)
    tell()
  })
  whenNear(thread.bar, '0px', thread.life, () => (isHere = true))
  addEventListener('pagehide', leave, { signal: thread.life })
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal: thread.life })
}
