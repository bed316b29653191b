import type { Facts } from '../facts'
import { textOf } from '../facts'
import { whenNear } from '../in-view'
import { commentIn, shownComment } from '../thread/comment-node'
import { fetchFragment } from '../thread/fragment'
import type { OpenThread } from '../thread/open-thread'
import { setRecommends } from '../thread/recommend'
import { catchUp } from './catch-up'
import { company } from './company'
import { showCount } from './counts'
import { takeOut } from './departures'
import { LiveLine } from './live-line'
import { Newcomers } from './newcomers'
import { replaceText } from './replace-text'
import { tellTyping } from './typing'

/** How far below the screen a thread may be when the line is opened. */
const NEAR = '800px 0px'

/** What others do here while the page is open. `showOwn` asks again for what only this visitor sees. */
export const live = (thread: OpenThread, showOwn: () => void): void => {
  const here = company()
  thread.bar.prepend(here.node)
  const newcomers = new Newcomers(thread)
  let stream: string | null = null
  let active = 0
  let count = Number(thread.element.dataset.count)
  let isGreeted = false

  const ask = async (id: string): Promise<Element | null> =>
    commentIn(await fetchFragment(thread.path, `?only=${id}`), id)
  const leave = async (id: string): Promise<void> => {
    newcomers.drop(id)
    await takeOut(thread, id)
    if (thread.own.has(id)) showOwn()
    // The branch of this page may hang on it.
    const { branch } = thread.element.dataset
    if (branch && branch !== id && shownComment(branch)) await takeOut(thread, branch)
  }
  const change = async (id: string): Promise<void> => {
    const comment = shownComment(id)
    const now = comment && (await ask(id))
    if (comment && now) replaceText(comment, now)
    if (thread.own.has(id)) showOwn()
  }
  const come = (id: string, parentId: string, size: number): void => {
    if (!shownComment(id)) newcomers.add(id, parentId, Math.max(1, size))
  }

  const hear: Readonly<Record<string, (data: Facts, id: string) => unknown>> = {
    hello: (data) => {
      if ('stream' in data) stream = textOf(data.stream) || null
      // The page may be older than the line.
      if (!isGreeted && data.count !== count) void catchUp(thread, newcomers)
      isGreeted = true
    },
    appeared: (data, id) => come(id, textOf(data.parentId), Number(data.count) - count),
    vanished: (_, id) => void leave(id),
    changed: (_, id) => void change(id),
    recommended: ({ recommends }, id) => {
      const comment = shownComment(id)
      if (comment) setRecommends(comment, Number(recommends))
    },
    reset: () => void catchUp(thread, newcomers),
  }
  const line = new LiveLine(thread.path, (name, data) => {
    if (typeof data.active === 'number') active = data.active
    here.active(data.active)
    here.typing(data.typing)
    showCount(data.count)
    hear[name]?.(data, textOf(data.id))
    if (typeof data.count === 'number') count = data.count
  })

  const { life } = thread
  let isNear = false
  const update = (): void => {
    if (isNear && !document.hidden) line.open()
    else line.close()
  }
  whenNear(thread.element, NEAR, life, () => {
    isNear = true
    update()
  })
  document.addEventListener('visibilitychange', update, { signal: life })
  addEventListener('pagehide', () => line.close(), { signal: life })
  addEventListener('pageshow', update, { signal: life })
  life.addEventListener('abort', () => line.close())
  tellTyping(thread, () => (active > 1 ? stream : null))
}
