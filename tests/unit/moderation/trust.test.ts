import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { trustOf } from '../../../lib/moderation/trust'
import { choose, conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const record = (approved: number, rejected = 0, spam = 0) => ({ approved, rejected, spam, waiting: 0 })

describe('how far a record goes', () => {
  it.each([
    [record(0), 'new'],
    [record(1), 'new'],
    [record(2), 'known'],
    [record(19), 'known'],
    [record(20), 'trusted'],
    [record(20, 1), 'trusted'],
    [record(20, 2), 'known'],
    [record(7, 3), 'known'],
    [record(6, 2, 1), 'new'],
    [record(100, 0, 60), 'new'],
  ] as const)('%o is %s', (of, level) => {
    expect(trustOf(of, 2)).toBe(level)
  })

  it('never trusts before the publication knows somebody', () => {
    expect(trustOf(record(30), 50)).toBe('new')
    expect(trustOf(record(50), 50)).toBe('trusted')
  })
})

describe('mode first', () => {
  it('lets the known pass, and reads whoever was turned away too often', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const { slug } = await publicPiece(deps, ada)
    await choose(deps, { commentMode: 'first', trustAfter: 2 })
    const { author, commentId } = await post(deps, { slug })
    const status = async (id: string) => (await stored(deps, id)).comment.status
    await decideOn(deps, ada, commentId, 'approve')
    const second = await post(deps, { slug }, author)
    expect(await status(second.commentId)).toBe('pending')
    await decideOn(deps, ada, second.commentId, 'approve')
    const third = await post(deps, { slug }, author)
    expect(await status(third.commentId)).toBe('approved')
    // Two of four turned away: read first again.
    await decideOn(deps, ada, third.commentId, 'reject')
    await decideOn(deps, ada, second.commentId, 'spam')
    const more = await post(deps, { slug }, author)
    await decideOn(deps, ada, more.commentId, 'approve')
    expect(await status((await post(deps, { slug }, author)).commentId)).toBe('pending')
    // A typed name or address proves nothing.
    const stranger = await post(deps, { slug, name: 'Zoë', email: 'ada@example.org' }, ANONYMOUS, 2)
    expect(await status(stranger.commentId)).toBe('pending')
  })
})
