import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../lib/kernel/clock'
import { BUSY_MAILS, UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { mailRoom } from '../../support/mail-room'

const room = mailRoom()
const { wait, aListener, reply } = room

describe('the rhythm', () => {
  it('first alone, then one digest an hour', async () => {
    const { commentId } = await aListener()
    await reply(commentId, { name: 'Ada' })
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toHaveLength(1)
    for (const name of ['Bo', 'Cleo', 'Dov']) await reply(commentId, { name })
    await room.stage.round()
    wait(HOUR - MINUTE)
    expect(await room.stage.round()).toEqual([])
    wait(MINUTE)
    const [digest, ...others] = await room.stage.round()
    expect(others).toEqual([])
    expect(digest?.subject).toBe('3 updates on your comments')
    expect(digest?.text).toMatch(/Bo replied[\s\S]*Cleo replied[\s\S]*Dov replied/)
    expect(digest?.unsubscribe).toContain('&all=1')
  })

  it('after many mails in a day, the next comes a day later', async () => {
    const { commentId } = await aListener()
    for (let n = 0; n <= BUSY_MAILS; n += 1) {
      await reply(commentId)
      await room.stage.round()
      wait(HOUR)
      expect(await room.stage.round()).toHaveLength(1)
    }
    await reply(commentId)
    await reply(commentId)
    await room.stage.round()
    wait(23 * HOUR)
    expect(await room.stage.round()).toEqual([])
    wait(HOUR)
    expect(await room.stage.round()).toMatchObject([{ subject: '2 updates on your comments' }])
  })

  it('is one address’s own', async () => {
    const [a, b] = [await aListener('a@post.test'), await aListener('b@post.test')]
    await reply(a.commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toMatchObject([{ to: 'a@post.test' }])
    await reply(b.commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toMatchObject([{ to: 'b@post.test' }])
  })
})
