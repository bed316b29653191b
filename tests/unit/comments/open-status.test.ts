import { describe, expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { openStatus } from '../../../lib/comments/open-status'
import { statusPath } from '../../../lib/comments/status-path'
import { decide } from '../../../lib/moderation/decide'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo')
  const { slug } = await publicPiece(deps, moderator)
  const { commentId } = await post(deps, { slug, body: 'My two pence.' })
  const keyOf = (id: string) =>
    new URL(statusPath(deps.secrets, id), 'http://x').searchParams.get('key') ?? ''
  const open = (key = keyOf(commentId), id = commentId) => openStatus(deps, { commentId: id, key })
  return { deps, moderator, slug, commentId, keyOf, open }
}

describe('the secret link of a comment', () => {
  it('shows it with its state, and proves the guest who wrote it', async () => {
    const { deps, open, commentId } = await stage()
    const page = await open()
    expect(page?.comment).toMatchObject({ id: commentId, body: 'My two pence.', state: 'waiting' })
    const { comment } = await stored(deps, commentId)
    expect(page?.author).toEqual({ kind: 'guest', guestId: comment.guestId })
    if (!page?.author) throw new Error('nobody')
    const { version } = page.comment
    await must('edit', editComment(deps, page.author, { commentId, version, body: 'Three.' }))
    expect((await open())?.comment.body).toBe('Three.')
  })

  it('opens with no other key, purpose or id', async () => {
    const { deps, slug, commentId, keyOf, open } = await stage()
    const other = await post(deps, { slug }, undefined, 2)
    const unknown = deps.ids.random()
    for (const [key, id] of [
      ['', commentId],
      [keyOf(other.commentId), commentId],
      [keyOf(commentId), other.commentId],
      [deps.secrets.mac('unsubscribe', commentId), commentId],
      [`${keyOf(commentId)}x`, commentId],
      [keyOf(commentId).toUpperCase(), commentId],
      [keyOf(unknown), unknown],
      [keyOf("' OR 1=1"), "' OR 1=1"],
    ] as const) {
      expect(await open(key, id)).toBeNull()
    }
  })

  it('tells the reason of a rejection, and spam as a rejection without one', async () => {
    const { deps, moderator, commentId, open } = await stage()
    const { comment } = await stored(deps, commentId)
    const text = { commentId, revisionId: comment.latestRevisionId }
    await must(
      'reject',
      decide(deps, moderator, { ...text, version: 1, move: 'reject', reason: 'Off topic' }),
    )
    expect((await open())?.comment).toMatchObject({ state: 'rejected', rejectedFor: 'Off topic' })
    await must('spam', decide(deps, moderator, { ...text, version: 2, move: 'spam', reason: 'A robot' }))
    expect((await open())?.comment).toMatchObject({ state: 'rejected', rejectedFor: null })
  })

  it('shows the comment of an account, and changes nothing of it', async () => {
    const { deps, slug, keyOf, open } = await stage()
    const member = await person(deps, 'member', 'Mel')
    const { commentId } = await post(deps, { slug, body: 'As a member.' }, member)
    expect(await open(keyOf(commentId), commentId)).toMatchObject({
      comment: { body: 'As a member.', abilities: { edit: false, withdraw: false } },
      author: null,
    })
  })

  it('changes nothing by being opened', async () => {
    const { deps, moderator, commentId, open } = await stage()
    await decideOn(deps, moderator, commentId, 'approve')
    const before = JSON.stringify([...deps.tables.comments.values(), ...deps.tables.outbox.keys()])
    expect((await open())?.comment.permalink).toBe(`/comments/${commentId}`)
    expect(JSON.stringify([...deps.tables.comments.values(), ...deps.tables.outbox.keys()])).toBe(before)
  })
})
