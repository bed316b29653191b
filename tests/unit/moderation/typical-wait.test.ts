import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../lib/kernel/clock'
import { typicalWait } from '../../../lib/moderation/typical-wait'
import { waitWords } from '../../../lib/moderation/wait-words'
import { choose, conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo')
  const { slug } = await publicPiece(deps, moderator)
  /** Posted now, decided after as long. */
  const decided = async (wait: number, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      const { commentId } = await post(deps, { slug })
      deps.clock.advance(wait)
      await decideOn(deps, moderator, commentId, 'approve')
    }
  }
  return { deps, moderator, slug, decided }
}

describe('how long a comment usually waits', () => {
  it('is the median of the last seven days, and nothing of fewer than twenty decisions', async () => {
    const { deps, decided } = await stage()
    await decided(90 * MINUTE, 19)
    expect(await typicalWait(deps)()).toBeNull()
    await decided(9 * HOUR)
    expect(await typicalWait(deps)()).toBe('within 2 hours')
    deps.clock.advance(7 * DAY)
    expect(await typicalWait(deps)()).toBeNull()
  })

  it('counts no comment twice, none that never waited, and none of a decider’s own', async () => {
    const { deps, moderator, slug, decided } = await stage()
    await decided(HOUR, 19)
    const own = await post(deps, { slug }, moderator)
    await decideOn(deps, moderator, own.commentId, 'hold')
    await decideOn(deps, moderator, own.commentId, 'approve')
    await choose(deps, { commentMode: 'open' })
    const open = await post(deps, { slug })
    await decideOn(deps, moderator, open.commentId, 'reject')
    expect(await deps.queueReader.waits(0, 100)).toHaveLength(19)
  })

  it('is measured once a day, and again after it could not be', async () => {
    const { deps } = await stage()
    let asked = 0
    let broken = true
    const queueReader = {
      ...deps.queueReader,
      waits: async () => {
        asked += 1
        if (broken) throw new Error('down')
        return Array.from({ length: 20 }, () => asked * HOUR)
      },
    }
    const wait = typicalWait({ ...deps, queueReader })
    await expect(wait()).rejects.toThrow('down')
    broken = false
    expect(await Promise.all([wait(), wait()])).toEqual(['within 2 hours', 'within 2 hours'])
    expect(await wait()).toBe('within 2 hours')
    deps.clock.advance(DAY)
    expect(await wait()).toBe('within 3 hours')
  })

  it.each([
    [0, 'within a few minutes'],
    [10 * MINUTE, 'within a few minutes'],
    [11 * MINUTE, 'within an hour'],
    [HOUR + 1, 'within 2 hours'],
    [22.5 * HOUR, 'within 23 hours'],
    [23.5 * HOUR, 'within a day'],
    [DAY, 'within a day'],
    [DAY + 1, 'within 2 days'],
  ])('of %d ms is %s', (wait, words) => {
    expect(waitWords(wait)).toBe(words)
  })
})
