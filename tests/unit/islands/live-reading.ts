import type { ThreadView } from '@/lib/comments/comment-view'
import { FakeEventSource } from './fake-event-source'
import { scrollTo } from './fake-intersections'
import { type Answer, find } from './page'
import { PATH, openThread } from './stage'

export const asking = (id: string): string => `GET ${PATH}/thread?only=${id}`

export const say = (name: string, data: object): void => FakeEventSource.last.say(name, data, 'b-2')

/** A thread somebody reads: the line is open, and the server has greeted. */
export const reading = async (
  thread: Partial<ThreadView>,
  answers: Readonly<Record<string, () => Answer>> = {},
  greeting: object = {},
) => {
  const fetched = await openThread(thread, answers)
  scrollTo(find('stet-thread'))
  FakeEventSource.last.say(
    'hello',
    { stream: 's', count: thread.count ?? 1, active: 2, typing: 0, ...greeting },
    'b-1',
  )
  return fetched
}
