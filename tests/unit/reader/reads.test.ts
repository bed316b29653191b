import { describe, expect, it } from 'vitest'
import { listFull } from '../../../lib/articles/list-full'
import { readComment } from '../../../lib/comments/read-comment'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo Reader')
  const article = await publicPiece(deps, moderator)
  const approved = async (parentId?: string) => {
    const posted = await post(deps, { slug: article.slug, parentId })
    await decideOn(deps, moderator, posted.commentId, 'approve')
    return posted
  }
  const read = (commentId: string, articleId = article.id) => readComment(deps, { articleId, commentId })
  return { deps, moderator, article, approved, read }
}

describe('the comment that a reply page shows', () => {
  it('is the visible one', async () => {
    const { approved, read } = await stage()
    const { commentId } = await approved()
    expect(await read(commentId)).toMatchObject({ id: commentId, kind: 'comment' })
  })

  it('is none while it waits, after it was rejected, or when nobody ever wrote it', async () => {
    const { deps, moderator, article, read } = await stage()
    const { commentId } = await post(deps, { slug: article.slug })
    expect(await read(commentId)).toBeNull()
    await decideOn(deps, moderator, commentId, 'reject')
    expect(await read(commentId)).toBeNull()
    expect(await read('0'.repeat(26))).toBeNull()
    expect(await read('no id')).toBeNull()
  })

  it('is none of another piece', async () => {
    const { deps, moderator, approved, read } = await stage()
    const { commentId } = await approved()
    expect(await read(commentId, (await publicPiece(deps, moderator)).id)).toBeNull()
  })

  it('is none that its author took back, though a stub keeps its place', async () => {
    const { deps, approved, read } = await stage()
    const { commentId, author } = await approved()
    await approved(commentId)
    const found = await deps.commentStore.find(commentId)
    await must('withdraw', withdrawComment(deps, author, { commentId, version: found?.comment.version ?? 0 }))
    expect(await read(commentId)).toBeNull()
  })
})

describe('the pieces of a feed', () => {
  it('are public, newest first, with their texts, as many as asked for', async () => {
    const { deps, moderator, article } = await stage()
    const second = await publicPiece(deps, moderator)
    const pieces = await listFull(deps, { limit: 10 })
    expect(new Set(pieces.map(({ id }) => id))).toEqual(new Set([article.id, second.id]))
    expect(pieces[0]).toMatchObject({ html: '<p>Hemp.</p>', commentsOpen: true })
    expect(await listFull(deps, { limit: 1 })).toHaveLength(1)
  })

  it('tell the count that the page tells', async () => {
    const { deps, article, approved } = await stage()
    await approved()
    await post(deps, { slug: article.slug })
    const [piece] = await listFull(deps, { limit: 1 })
    expect(piece?.commentCount).toBe(1)
  })
})
