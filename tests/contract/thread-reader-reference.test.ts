import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import { COMMENT_STATUSES, type CommentStatus } from '../../lib/comments/comment-status'
import { THREAD_SORTS } from '../../lib/comments/comment-view'
import { MemoryTables } from '../support/memory/memory-tables'
import { MemoryThreadReader } from '../support/memory/memory-thread-reader'
import { type World, onEveryBackend } from './support/backends'
import { move, recordOf, storeComment, storePiece } from './support/rows'
import { behind, readings } from './support/thread-readings'

onEveryBackend('ThreadReader beside its reference', (world) => {
  const { now } = readings(world)

  it('shows of any thread what the reference shows', async () => {
    const step = fc.record({
      deep: fc.boolean(),
      place: fc.nat(),
      wait: fc.nat({ max: 1 }),
      status: fc.oneof(
        { weight: 2, arbitrary: fc.constant('approved' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...COMMENT_STATUSES) },
      ),
    })
    const run = async (
      steps: { deep: boolean; place: number; wait: number; status: CommentStatus }[],
    ): Promise<void> => {
      const { id: articleId } = await storePiece(world())
      const comments: Comment[] = []
      for (const { deep, place, wait } of steps) {
        world().clock.advance(wait)
        const parent = deep ? comments.at(-1) : comments[place % (comments.length + 1)]
        comments.push(
          await storeComment(world(), { articleId, status: 'approved', ...(parent && { parent }) }),
        )
      }
      for (const [n, { status }] of steps.entries()) {
        const comment = comments[n]
        if (comment && status !== 'approved') await move(world(), comment.id, status)
      }
      const reference = await referenceOf(world(), articleId, comments)
      const real = world().threadReader
      for (const sort of THREAD_SORTS) {
        const page = { sort, after: null, limit: 20 }
        const roots = await real.roots(articleId, now(), page)
        expect(roots).toEqual(await reference.roots(articleId, now(), page))
        const rest = { sort, after: behind(roots[0], sort), limit: 1 }
        expect(await real.roots(articleId, now(), rest)).toEqual(
          await reference.roots(articleId, now(), rest),
        )
      }
      for (const limit of [0, 2, 20]) {
        expect(await real.replies(comments, now(), { limit })).toEqual(
          await reference.replies(comments, now(), { limit }),
        )
      }
      expect(await real.count(articleId, now())).toBe(await reference.count(articleId, now()))
      for (const comment of comments) {
        const { id } = comment
        expect(await real.visible(id, now())).toEqual(await reference.visible(id, now()))
        expect(await real.shown(articleId, id, now())).toEqual(await reference.shown(articleId, id, now()))
        expect(await real.ancestors(comment, now(), 2)).toEqual(await reference.ancestors(comment, now(), 2))
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), run), { numRuns: 15 })
  })
})

/** The fake over a copy of what is stored: naive, and therefore easy to believe. */
const referenceOf = async (world: World, articleId: string, comments: readonly Comment[]) => {
  const tables = new MemoryTables(world.clock)
  const record = await world.articleStore.find(articleId)
  if (!record) throw new Error('no piece')
  tables.articles.set(articleId, record.article)
  for (const { id } of comments) {
    const { comment, revisions } = await recordOf(world, id)
    tables.comments.set(id, comment)
    for (const revision of revisions) tables.commentRevisions.set(revision.id, revision)
  }
  return new MemoryThreadReader(tables)
}
