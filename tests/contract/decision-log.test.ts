import { expect, it } from 'vitest'
import type { Actor } from '../../lib/kernel/actor'
import { type DecisionTally, OTHER_REASON } from '../../lib/moderation/decision-log'
import { onEveryBackend } from './support/backends'
import { aChange, aDecision, recordOf, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('DecisionLog', (world) => {
  const JAN = Date.UTC(2031, 0, 31, 23, 59, 59, 999)
  const moderator = async (): Promise<Actor & { kind: 'user' }> => {
    const { id, name } = await storeUser(world(), { role: 'moderator' })
    return { kind: 'user', userId: id, role: 'moderator', name, sessionId: '' }
  }
  const decide = async (
    actor: Actor,
    { userId = null, ...given }: { reason?: string | null; userId?: string | null; undoesId?: string } = {},
    to: 'approved' | 'rejected' = 'rejected',
  ): Promise<string> => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId, userId })
    const move = to === 'approved' ? 'approve' : 'reject'
    const decision = aDecision(world(), await recordOf(world(), id), to, { actor, move, ...given })
    expect(await world().commentStore.apply(await aChange(world(), id, to, { decision }))).toBe(true)
    return decision.id
  }
  const tallies = async (from = 0, until = JAN * 2): Promise<readonly DecisionTally[]> =>
    [...(await world().decisionLog.tallies(from, until, ['Off topic', 'Too long']))].sort((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    )

  it('counts by month, move and reason, and keeps words of a moderator’s own to itself', async () => {
    const sam = await moderator()
    world().clock.set(JAN)
    await decide(sam, { reason: 'Off topic' })
    await decide(sam, { reason: 'Off topic' })
    await decide(sam, { reason: 'Because Jane of 4 Mill Lane wrote it' })
    await decide(sam, {}, 'approved')
    world().clock.advance(1)
    await decide(sam, { reason: 'Off topic' })
    const january = { year: 2031, month: 1 }
    const counted = [
      { ...january, move: 'approve', reason: null, decisions: 1 },
      { ...january, move: 'reject', reason: OTHER_REASON, decisions: 1 },
      { ...january, move: 'reject', reason: 'Off topic', decisions: 2 },
    ]
    expect(await tallies()).toEqual([
      ...counted,
      { year: 2031, month: 2, move: 'reject', reason: 'Off topic', decisions: 1 },
    ])
    expect(await tallies(JAN, JAN + 1)).toEqual(counted)
    expect(await tallies(0, JAN)).toEqual([])
  })

  it('leaves out what was undone, the undoing, what no person decided, and one’s own', async () => {
    const sam = await moderator()
    const undone = await decide(sam)
    await decide(sam, { undoesId: undone }, 'approved')
    await decide({ kind: 'system' }, {}, 'approved')
    await decide(sam, { userId: sam.userId }, 'approved')
    expect(await tallies()).toEqual([])
  })
})
