import { holdStill } from '../hold-still'
import { isPlainClick } from './plain-click'
import { commentIn, goTo, idOf, shownComment } from './comment-node'
import { fetchFragment } from './fragment'
import type { OpenThread } from './open-thread'
import { placeReply } from './place-comment'

const importAll = (nodes: Iterable<Element>): Element[] =>
  [...nodes].map((node) => document.importNode(node, true))

/** Comments that are not on the page yet; one's own, where it stands in for the public one, gives way. */
const fresh = (list: Element | null | undefined): Element[] => {
  const items = [...(list?.children ?? [])].filter((item) => !shownComment(idOf(item)))
  for (const item of items) document.getElementById(item.id)?.remove()
  return importAll(items)
}

const replaceLink = (link: Element, next: Element | null): void => {
  if (next) link.replaceWith(document.importNode(next, true))
  else link.remove()
}

/** Puts the answer in its place; null when it was not what the link promised. */
const takeIn = (thread: OpenThread, link: Element, answer: ParentNode, branch: string): Element[] | null => {
  if (branch === '') {
    const list = answer.querySelector('.thread')
    if (!list) return null
    const comments = fresh(list)
    thread.list?.append(...comments)
    replaceLink(link, answer.querySelector('.thread-more'))
    return comments
  }
  const [here, there] = [shownComment(branch), commentIn(answer, branch)]
  if (!here || !there) return null
  const comments = fresh(there.querySelector(':scope > .replies'))
  for (const comment of comments) placeReply(here, comment)
  // Of replies that stand flat the last one bears the link.
  if (link.parentElement !== here) comments.at(-1)?.append(link)
  replaceLink(link, there.querySelector(':scope > .replies-more'))
  return comments
}

const load = async (thread: OpenThread, link: HTMLAnchorElement): Promise<void> => {
  const words = link.textContent
  link.setAttribute('aria-disabled', 'true')
  link.classList.add('loading')
  link.textContent = 'Loading'
  const { search, searchParams } = new URL(link.href)
  const answer = await fetchFragment(thread.path, search)
  const frame = link.parentElement
  let comments: Element[] | null = null
  if (answer && frame?.isConnected) {
    await holdStill(thread.bodies, () => {
      comments = takeIn(thread, frame, answer, searchParams.get('branch') ?? '')
    })
  }
  if (comments) {
    thread.sources.add(search)
    goTo(comments[0])
    return
  }
  link.removeAttribute('aria-disabled')
  link.classList.remove('loading')
  link.textContent = words
  location.assign(link.href)
}

/** "Load More Comments" and "Load More Replies" without leaving the page. */
export const loadMore = (thread: OpenThread): void => {
  thread.element.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link?.matches('.thread-more a, .replies-more a') || !isPlainClick(event)) return
      event.preventDefault()
      if (link.getAttribute('aria-disabled') !== 'true') void load(thread, link)
    },
    { signal: thread.life },
  )
}
