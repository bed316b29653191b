import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import { COMMENT_STATUSES, type CommentStatus } from '../../lib/comments/comment-status'
import { THREAD_SORTS } from '../../lib/comments/comment-view'
import { locateComment } from '../../lib/comments/locate-comment'
import { readThread } from '../../lib/comments/read-thread'
import { parseThreadQuestion } from '../../lib/comments/thread-question'
import { flatten, threadPage, walkThread } from '../support/walk-thread'
import { onEveryBackend } from './support/backends'
import { move, storeComment, storePiece } from './support/rows'

interface Step {
  /** Answers the newest comment, a root, or (`any`) one of all of them. */
  readonly to: 'newest' | 'nobody' | 'any'
  readonly place: number
  readonly wait: number
  readonly status: CommentStatus
}

const steps = fc.array(
  fc.record({
    to: fc.constantFrom('newest', 'nobody', 'any'),
    place: fc.nat(),
    wait: fc.nat({ max: 1 }),
    status: fc.oneof(
      { weight: 4, arbitrary: fc.constant('approved' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...COMMENT_STATUSES) },
    ),
  }),
  { minLength: 20, maxLength: 90 },
)

const asked = (path: string) => {
  const { searchParams } = new URL(path, 'http://localhost')
  const field = (name: string) => searchParams.get(name)
  return parseThreadQuestion({ sort: field('sort'), after: field('after'), branch: field('branch') })
}

onEveryBackend('Pages of a thread', (world) => {
  const grow = async (plan: readonly Step[]) => {
    const { id: articleId, slug } = await storePiece(world())
    const comments: Comment[] = []
    const parents = { newest: () => comments.at(-1), nobody: () => undefined }
    for (const { to, place, wait } of plan) {
      world().clock.advance(wait)
      const parent = to === 'any' ? comments[place % (comments.length + 1)] : parents[to]()
      comments.push(await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }))
    }
    for (const [n, { status }] of plan.entries()) {
      const comment = comments[n]
      if (comment && status !== 'approved') await move(world(), comment.id, status)
    }
    return { articleId, slug, comments }
  }

  it('of any branch reach everything shown below its comment once, and name what is above it', async () => {
    const run = async (plan: readonly Step[]): Promise<void> => {
      const { articleId, comments } = await grow(plan)
      const now = world().clock.now()
      const isShown = new Set<string>()
      for (const { id } of comments) {
        if (await world().threadReader.shown(articleId, id, now)) isShown.add(id)
      }
      const above = (comment: Comment | undefined): readonly string[] =>
        comment?.parentId
          ? [...above(comments.find(({ id }) => id === comment.parentId)), comment.parentId]
          : []
      for (const comment of comments) {
        const { id } = comment
        const page = await readThread(world(), { articleId, branch: id })
        expect(page !== null).toBe(isShown.has(id))
        if (!page) continue
        const below = comments.filter((one) => isShown.has(one.id) && above(one).includes(id))
        const walked = await walkThread(world(), { articleId, branch: id })
        expect(walked.comments.map((one) => one.id).sort()).toEqual(below.map((one) => one.id).sort())
        expect(page.branches.map((one) => one.comment.id)).toEqual([id])
        expect(page.trail.map((one) => one.id)).toEqual(above(comment).slice(-5))
        expect(page.trailCut).toBe(above(comment).length > 5)
        expect(flatten(page.branches).length).toBeLessThanOrEqual(101)
      }
    }
    await fc.assert(fc.asyncProperty(steps, run), { numRuns: 2 })
  })

  it('reach every visible comment and every stub once, in every order, and lead to each from its own address', async () => {
    const run = async (plan: readonly Step[]): Promise<void> => {
      const { articleId, slug, comments } = await grow(plan)
      const now = world().clock.now()
      const seen: string[] = []
      for (const { id } of comments) {
        const [shown, visible] = [
          await world().threadReader.shown(articleId, id, now),
          await world().threadReader.visible(id, now),
        ]
        if (shown) seen.push(`${visible ? 'comment' : 'stub'} ${id}`)
      }
      const visible = seen.filter((line) => line.startsWith('comment'))
      for (const sort of THREAD_SORTS) {
        const thread = await walkThread(world(), { articleId, sort })
        expect(thread.comments.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([...seen].sort())
        expect(thread.count).toBe(visible.length)
      }
      for (const { id } of comments) {
        const found = await locateComment(world(), { commentId: id })
        if (!visible.includes(`comment ${id}`)) {
          expect(found).toBeNull()
          continue
        }
        const question = asked(found?.path ?? '')
        expect(found?.path).toMatch(new RegExp(`^/articles/${slug}[?#].*#?comment-${id}$`))
        const page = question && (await threadPage(world(), { articleId, ...question }))
        expect(flatten(page?.branches ?? []).map(({ comment }) => comment.id)).toContain(id)
      }
    }
    await fc.assert(fc.asyncProperty(steps, run), { numRuns: 4 })
  })
})
