import { QUEUE_TABS, type QueueTab } from '../../../lib/moderation/queue-question'
import { stored } from '../conversation'
import { type ThreadNumbers, countNumbers } from '../thread-numbers'
import { walkThread } from '../walk-thread'
import type { Real } from './real'
import { type Known, type Model, above, hides, isStub, isVisible } from './reference'

export const expectThat = (truth: boolean, what: string): void => {
  if (!truth) throw new Error(what)
}
export const expectSame = (real: unknown, model: unknown, what: string): void =>
  expectThat(
    JSON.stringify(real) === JSON.stringify(model),
    `${what}: ${JSON.stringify(real)} is not ${JSON.stringify(model)}`,
  )

const sorted = ({ comments, byId }: ThreadNumbers): unknown => [
  comments,
  Object.entries(byId).sort(([a], [b]) => (a < b ? -1 : 1)),
]

/** What must hold after everything that happens. */
export const checkAll = async ({ comments }: Model, real: Real): Promise<void> => {
  const thread = await walkThread(real.deps, { articleId: real.articleId })
  const lines = (of: { id: string; text: string }[]): string[] =>
    of.map(({ id, text }) => `${id} ${text}`).sort()
  const visible = comments.filter(isVisible)
  expectSame(thread.count, visible.length, 'count of visible comments')
  expectSame(
    lines(
      thread.comments.filter(({ kind }) => kind === 'comment').map(({ id, body }) => ({ id, text: body })),
    ),
    lines(visible.map(({ id, shown }) => ({ id, text: shown ?? 'nothing' }))),
    'texts in public',
  )
  expectSame(
    thread.comments
      .filter(({ kind }) => kind === 'stub')
      .map(({ id }) => id)
      .sort(),
    comments
      .filter((comment) => isStub(comment, comments))
      .map(({ id }) => id)
      .sort(),
    'stubs',
  )
  const counts = await real.deps.queueReader.counts()
  const inTab = (is: (comment: Known) => boolean): number => comments.filter(is).length
  const { left } = real
  const expected: Record<QueueTab, number> = {
    waiting: left.waiting + inTab(({ status, edit }) => status === 'pending' || edit !== null),
    reported: left.reported,
    approved: left.approved + inTab(({ status }) => status === 'approved'),
    rejected: left.rejected + inTab(({ status }) => status === 'rejected'),
    spam: left.spam + inTab(({ status }) => status === 'spam'),
    all: left.all + comments.length,
  }
  for (const tab of QUEUE_TABS) expectSame(counts[tab], expected[tab], `tab ${tab}`)
  for (const comment of comments) {
    const { comment: row } = await stored(real.deps, comment.id)
    expectSame(row.status, comment.status, 'status')
    expectSame(row.hiddenAncestors, above(comment).filter(hides).length, 'hidden ancestors')
  }
  const told = comments.map(({ id, parent, status, recommendedBy }) => ({
    ...{ id, status, parentId: parent?.id ?? null, recommends: recommendedBy.size },
  }))
  expectSame(sorted(await real.numbers(real.articleId)), sorted(countNumbers(told)), 'stored numbers')
}
