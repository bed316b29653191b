import { buttonNode } from '../button-node'
import { counted } from '../counted'
import { el } from '../el'
import { holdStill } from '../hold-still'
import { setText } from '../set-text'
import { reveal } from '../thread/collapse'
import { commentIn, goTo, shownComment } from '../thread/comment-node'
import { fetchFragment } from '../thread/fragment'
import type { OpenThread } from '../thread/open-thread'
import { placeReply, placeRoot } from '../thread/place-comment'

/** What one press brings at most. */
const AT_ONCE = 30
/** Between two times of saying how many there are. */
const SAY_MS = 30_000

const words = (count: number): string => counted(count, 'new comment', 'new comments')

/** With what came into sight with it: what is left of a comment that was taken back is there for its answers alone. */
const askFor = async (path: string, id: string, size: number): Promise<ParentNode | null> => {
  const alone = size > 1 ? null : await fetchFragment(path, `?only=${id}`)
  const isStub = commentIn(alone, id)?.querySelector(':scope > .comment-stub')
  return alone && !isStub ? alone : fetchFragment(path, `?branch=${id}`)
}

interface Newcomer {
  /** Id of the comment it answers, '' for a root. */
  readonly parentId: string
  /** How many came into sight with it, itself included. */
  readonly size: number
}

/** "3 new comments": what was let stand while the page is open waits for a press, so that nothing jumps. */
export class Newcomers {
  readonly #thread: OpenThread
  readonly #waiting = new Map<string, Newcomer>()
  readonly #button: HTMLButtonElement
  readonly #elsewhere = el('p', { class: 'thread-elsewhere', tabindex: '-1', hidden: '' })
  #saidAt = -Infinity

  constructor(thread: OpenThread) {
    this.#thread = thread
    this.#button = buttonNode('', 'bar-button bar-news', () => void this.#show())
    this.#button.hidden = true
    thread.bar.append(this.#button)
    thread.bar.after(this.#elsewhere)
    thread.life.addEventListener('abort', () => this.#elsewhere.remove())
    thread.whenChanged(() => this.#tell())
  }

  add(id: string, parentId: string, size = 1): void {
    this.#waiting.set(id, { parentId, size })
    this.#tell()
    if (!this.#waiting.has(id)) return
    const now = performance.now()
    if (now - this.#saidAt < SAY_MS) return
    this.#saidAt = now
    this.#thread.say(words(this.#size))
  }

  /** It went again, and what answers it with it. */
  drop(id: string): void {
    this.#waiting.delete(id)
    for (const [reply, { parentId }] of this.#waiting) if (parentId === id) this.drop(reply)
    this.#tell()
  }

  get #size(): number {
    return [...this.#waiting.values()].reduce((sum, { size }) => sum + size, 0)
  }

  #tell(): void {
    for (const [id, { parentId }] of this.#waiting) {
      const isOwn = this.#thread.own.has(id)
      if (isOwn || shownComment(id)) this.#waiting.delete(id)
      if (isOwn) void this.#bringOwn(id, parentId)
    }
    const count = this.#size
    const hidden = count === 0
    setText(this.#button, words(count))
    if (this.#button.hidden !== hidden)
      void holdStill(this.#thread.bodies, () => (this.#button.hidden = hidden))
  }

  /** What waited here, or was just posted, stands now for everybody: no news to its author. */
  async #bringOwn(id: string, parentId: string): Promise<void> {
    const comment = commentIn(await fetchFragment(this.#thread.path, `?only=${id}`), id)
    if (comment && !shownComment(id)) await this.#place(comment, parentId)
  }

  /** One question brings the newest with their replies; what is not among them is asked for by itself. */
  async #show(): Promise<void> {
    if (this.#button.ariaDisabled === 'true') return
    this.#button.ariaDisabled = 'true'
    const { path, sort, isFirst } = this.#thread
    const newest = sort === 'newest' && isFirst ? await fetchFragment(path, '') : null
    const found: Element[] = []
    const elsewhere: string[] = []
    for (const [id, { parentId, size }] of [...this.#waiting].slice(0, AT_ONCE)) {
      const answer = commentIn(newest, id) ? newest : await askFor(path, id, size)
      if (!answer) continue
      this.#waiting.delete(id)
      const comment = commentIn(answer, id)
      if (!comment || shownComment(id)) continue
      const node = await this.#place(comment, parentId)
      if (node) found.push(node)
      else elsewhere.push(id)
    }
    this.#button.ariaDisabled = 'false'
    this.#link(elsewhere)
    this.#tell()
    this.#lead(found)
  }

  /** Null when its place is not on this page. */
  async #place(comment: Element, parentId: string): Promise<Element | null> {
    const { list, sort, isFirst, bodies } = this.#thread
    const parent = parentId ? shownComment(parentId) : null
    if (!list || (parentId ? !parent : !isFirst)) return null
    const node = document.importNode(comment, true)
    node.setAttribute('data-live', '')
    await holdStill(bodies, () => {
      document.getElementById(node.id)?.remove()
      this.#thread.element.querySelector('.conversation-none')?.remove()
      if (parent) placeReply(parent, node)
      else placeRoot(list, node, sort)
    })
    return node
  }

  #link(ids: readonly string[]): void {
    this.#elsewhere.hidden = ids.length === 0
    const links = ids.map((id) => el('a', { href: `/comments/${id}` }, 'a new comment in another branch'))
    this.#elsewhere.replaceChildren(
      'There is ',
      ...links.flatMap((link, i) => (i > 0 ? [', ', link] : [link])),
      '.',
    )
  }

  /** To the first of them, as the page reads. */
  #lead(found: readonly Element[]): void {
    const first = this.#thread.comments.find((comment) => found.includes(comment))
    if (first) reveal(first)
    if (!goTo(first) && !this.#elsewhere.hidden) this.#elsewhere.focus()
  }
}
