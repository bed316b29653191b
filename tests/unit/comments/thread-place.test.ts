import { describe, expect, it } from 'vitest'
import { threadPlace } from '../../../lib/comments/thread-place'
import { choose } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const commentsCloseAt = '2030-01-01T10:00:00.000Z'
const piece = { base: '/articles/the-ferry', commentsOpen: true, everyCommentWaits: true, commentsCloseAt }
const typicalWait = async () => 'within 2 hours'

describe('the place of a thread', () => {
  it('tells how long a moderator takes where one reads everything, and only there', async () => {
    const deps = { ...memoryPorts(), typicalWait }
    expect(await threadPlace(deps, piece)).toMatchObject({
      path: piece.base,
      open: true,
      closesAt: piece.commentsCloseAt,
      wait: 'within 2 hours',
    })
    expect((await threadPlace(deps, { ...piece, everyCommentWaits: false })).wait).toBeNull()
    expect((await threadPlace({ ...deps, typicalWait: async () => null }, piece)).wait).toBeNull()
  })

  it('asks search engines to quote nothing where the owner wants that', async () => {
    const deps = { ...memoryPorts(), typicalWait }
    expect((await threadPlace(deps, piece)).nosnippet).toBe(false)
    await choose(deps, { nosnippet: true })
    expect((await threadPlace(deps, piece)).nosnippet).toBe(true)
  })

  it('tells the closing by the clocks of the publication', async () => {
    const deps = { ...memoryPorts(), typicalWait }
    await choose(deps, { timeZone: 'America/New_York' })
    expect((await threadPlace(deps, piece)).zone).toBe('America/New_York')
  })
})
