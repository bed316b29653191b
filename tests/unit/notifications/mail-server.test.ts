import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../lib/kernel/clock'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { pruneMails } from '../../../lib/notifications/send-mails'
import { RITA, mailRoom } from '../../support/mail-room'

const room = mailRoom()
const { wait, aListener, reply } = room

describe('the mail server', () => {
  it('that has no time is asked again, later each time, for the same mail', async () => {
    const { commentId } = await aListener()
    const tried: string[] = []
    room.stage.mailer.answer = ({ id }) => {
      tried.push(id)
      return { kind: 'later', reply: '451 4.7.1 <rita@post.test> try later' }
    }
    await reply(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    await room.stage.round()
    for (const minutes of [1, 2, 4, 8]) {
      wait(minutes * MINUTE - 1)
      await room.stage.round()
      const before = tried.length
      wait(1)
      await room.stage.round()
      expect(tried).toHaveLength(before + 1)
    }
    expect(new Set(tried).size).toBe(1)
    room.stage.mailer.answer = () => ({ kind: 'sent' })
    wait(HOUR)
    expect(await room.stage.round()).toMatchObject([{ id: tried[0] }])
    expect(JSON.stringify(room.stage.said)).not.toContain('rita')
  })

  it('that breaks in the middle is survived: the same mail goes out when the lease has run out', async () => {
    const { commentId } = await aListener()
    room.stage.mailer.answer = () => {
      throw new Error('A bug.')
    }
    await reply(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toEqual([])
    room.stage.mailer.answer = () => ({ kind: 'sent' })
    wait(HOUR)
    expect(await room.stage.round()).toHaveLength(1)
  })

  it('that refuses an address for good gets nothing more for it', async () => {
    const { commentId } = await aListener()
    room.stage.mailer.answer = () => ({ kind: 'refused', reply: '550 5.1.1 no such user' })
    await reply(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    await room.stage.round()
    room.stage.mailer.answer = () => ({ kind: 'sent' })
    await reply(commentId)
    await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
    // A mailbox may be made again: after some months it is tried.
    wait(90 * DAY)
    await pruneMails(room.stage.ports)
    await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    expect(await room.stage.round()).toMatchObject([{ to: RITA }])
  })

  it('that takes no question is left alone in the end', async () => {
    room.stage.mailer.answer = () => ({ kind: 'later', reply: '421 busy' })
    await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    for (let n = 0; n < 14; n += 1) {
      await room.stage.round()
      wait(12 * HOUR)
    }
    expect(room.stage.ports.tables.notices.size).toBe(0)
  })
})
