import { describe, expect, it } from 'vitest'
import { compose } from '../../../lib/compose'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { RITA, mailRoom } from '../../support/mail-room'
import { fieldsOf } from '../../support/mail-stage'

const room = mailRoom()
const { wait, approve, stop, aListener, reply } = room

describe('unsubscribing', () => {
  it('ends one wish, or everything to the address, at once', async () => {
    const a = await aListener()
    const b = await room.stage.post({ under: room.slug, by: a.author, email: RITA, tellReplies: true })
    await approve(b.commentId)
    await reply(a.commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await room.stage.round()
    await must('stop', stop(letter))
    await must('stop twice', stop(letter))
    await reply(a.commentId)
    await room.stage.round()
    wait(2 * HOUR)
    expect(await room.stage.round()).toEqual([])
    await reply(b.commentId)
    await reply(b.commentId)
    await room.stage.round()
    wait(2 * HOUR)
    expect(await room.stage.round()).toMatchObject([{ subject: '2 updates on your comments' }])
    await must('stop everything', stop(letter, true))
    await reply(b.commentId)
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })
})

describe('a link', () => {
  it('to confirm works for seven days, for its own wish, with its own key', async () => {
    await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    await room.stage.post({ under: room.slug, email: 'b@post.test', tellReplies: true })
    const letters = await room.stage.round()
    const [mine, other] = letters.map((letter) => fieldsOf(room.stage.linkIn(letter, '/confirm')))
    const link = { id: mine?.id ?? '', until: mine?.until ?? '', key: mine?.key ?? '' }
    const stopKey = room.stage.ports.secrets.mac('mail-stop', link.id, RITA)
    const wrong = [
      { ...link, key: other?.key ?? '' },
      { ...link, id: other?.id ?? '' },
      { ...link, until: String(Number(link.until) + DAY) },
      { ...link, until: 'for ever' },
      { ...link, key: stopKey },
      { ...link, key: '' },
      { ...link, id: "' OR 1=1 --" },
      { ...link, id: '\u0000'.repeat(26) },
      { ...link, id: room.stage.ports.ids.random() },
    ]
    for (const one of wrong) {
      expect(await room.stage.stet.mail.confirmation(one)).toBeNull()
      expect(await room.stage.stet.mail.confirm(one)).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    }
    expect(await room.stage.stet.mail.confirmation(link)).toMatchObject({
      state: 'asked',
      piece: { slug: room.slug },
    })
    await must('confirm', room.stage.stet.mail.confirm(link))
    await must('confirm twice', room.stage.stet.mail.confirm(link))
    expect(await room.stage.stet.mail.confirmation(link)).toMatchObject({ state: 'confirmed' })
    wait(7 * DAY)
    expect(await room.stage.stet.mail.confirmation(link)).toBeNull()
    expect(await room.stage.stet.mail.confirm(link)).toMatchObject({ ok: false })
  })

  it('to stop works for ever, and only with its own key', async () => {
    const { commentId } = await aListener()
    await reply(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await room.stage.round()
    const { id = '', key = '' } = fieldsOf(room.stage.linkIn(letter, '/unsubscribe'))
    wait(3_650 * DAY)
    const wrong = { id, key: room.stage.ports.secrets.mac('mail-confirm', id, RITA) }
    expect(await room.stage.stet.mail.openStop(wrong)).toBeNull()
    expect(await room.stage.stet.mail.stop({ ...wrong, everything: true })).toMatchObject({ ok: false })
    expect(await room.stage.stet.mail.openStop({ id, key })).toMatchObject({
      active: true,
      activeInAll: 1,
      wish: 'replies',
    })
    await must('stop', stop(letter))
    expect(await room.stage.stet.mail.openStop({ id, key })).toMatchObject({ active: false, activeInAll: 0 })
  })
})

describe('one’s own wishes', () => {
  it('are listed for the account, and stopped by it alone', async () => {
    const by = await aUser(room.stage.stet, { role: 'member' })
    const stranger = await aUser(room.stage.stet, { role: 'member' })
    await room.stage.post({ under: room.slug, by, tellApproved: true, tellReplies: true })
    const wishes = await must('list', room.stage.stet.mail.wishes(by))
    expect(wishes).toMatchObject([
      { piece: { path: `/articles/${room.slug}`, title: 'Who drew the channel' } },
      { wish: expect.any(String) },
    ])
    const subscriptionId = wishes?.[0]?.id ?? ''
    await must('stop', room.stage.stet.mail.stopWish(stranger, { subscriptionId }))
    expect(await must('list', room.stage.stet.mail.wishes(by))).toHaveLength(2)
    await must('stop', room.stage.stet.mail.stopWish(by, { subscriptionId }))
    expect(await must('list', room.stage.stet.mail.wishes(by))).toHaveLength(1)
    expect(await must('list', room.stage.stet.mail.wishes(stranger))).toEqual([])
  })

  it.each([{ kind: 'anonymous' }, { kind: 'guest', guestId: 'g' }] as const)(
    'are nothing for $kind',
    async (actor) => {
      expect(await room.stage.stet.mail.wishes(actor)).toMatchObject({
        ok: false,
        error: { code: 'unauthenticated' },
      })
      const subscriptionId = room.stage.ports.ids.random()
      expect(await room.stage.stet.mail.stopWish(actor, { subscriptionId })).toMatchObject({ ok: false })
    },
  )

  it('are not spoken of where no mail is set up', async () => {
    const by = await aUser(room.stage.stet, { role: 'member' })
    expect(await compose({ ...room.stage.ports, mailer: null }).mail.wishes(by)).toEqual({
      ok: true,
      value: null,
    })
  })
})
