import { describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { compose } from '../../../lib/compose'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import { QUESTIONS_A_WEEK, UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { aClient } from '../../support/builders/a-client'
import { aDecision } from '../../support/builders/a-decision'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { RITA, mailRoom } from '../../support/mail-room'
import { ORIGIN } from '../../support/mail-stage'

const room = mailRoom()
const { wait, approve, confirm, aListener, reply } = room

describe('an address with nothing ticked', () => {
  it('gets the secret link to what waits, and no other mail ever', async () => {
    const { commentId } = await room.stage.post({ under: room.slug, email: RITA, body: 'CANARY BODY' })
    const [letter, ...others] = await room.stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: RITA, subject: 'Your comment: Who drew the channel' })
    expect(letter?.text).toContain(ORIGIN + room.stage.stet.comments.statusPath(commentId))
    expect(letter?.text).not.toContain('/confirm')
    expect(JSON.stringify(letter)).not.toContain('CANARY')
    await approve(commentId)
    await reply(commentId)
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })

  it('cannot be confirmed, not even with another wish of the same guest', async () => {
    const first = await room.stage.post({ under: room.slug, email: RITA })
    await room.stage.post({ under: room.slug, by: first.author, email: RITA, tellReplies: true })
    const letters = await room.stage.round()
    expect(letters).toHaveLength(2)
    await must('confirm', confirm(letters.find(({ text }) => text.includes('/confirm'))))
    const kinds = [...room.stage.ports.tables.subscriptions.values()].filter(({ confirmedAt }) => confirmedAt)
    expect(kinds.map(({ kind }) => kind)).toEqual(['replies'])
  })

  it('gets nothing of what is public at once, and where no mail may go', async () => {
    await room.stage.post({ under: room.slug, by: await theOwner(room.stage.stet), email: RITA })
    await room.stage.post({ under: room.slug, email: 'root@localhost' })
    expect(await room.stage.round()).toEqual([])
    expect(room.stage.ports.tables.subscriptions.size).toBe(0)
  })
})

describe('the question', () => {
  it('is the only mail before consent, and holds nothing that was typed', async () => {
    const { commentId } = await room.stage.post({
      ...{ under: room.slug, email: RITA, tellApproved: true, tellReplies: true },
      ...{ name: 'CANARY NAME', body: 'CANARY BODY' },
    })
    const [letter, ...others] = await room.stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: RITA,
      subject: 'Please confirm your address: Who drew the channel',
      unsubscribe: null,
    })
    expect(letter?.text).toContain('when it is approved and when somebody replies to it')
    expect(letter?.text).toContain(ORIGIN + room.stage.stet.comments.statusPath(commentId))
    expect(letter?.text).toContain('If it was not you, ignore this')
    expect(JSON.stringify(letter)).not.toContain('CANARY')
    await approve(commentId)
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })

  it('is not sent to an account, whose address is known', async () => {
    const by = await aUser(room.stage.stet, { role: 'member', email: 'mel@pencil.example' })
    const { commentId } = await room.stage.post({ under: room.slug, by, tellApproved: true })
    expect(await room.stage.round()).toEqual([])
    await approve(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toMatchObject([{ to: 'mel@pencil.example' }])
  })

  it('is not sent twice to a guest who has confirmed', async () => {
    const first = await aListener()
    await room.stage.post({ under: room.slug, by: first.author, email: RITA, tellApproved: true })
    expect(await room.stage.round()).toEqual([])
  })

  it('is not sent about what was turned away or taken back before it went out', async () => {
    const rejected = await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    await aDecision(room.stage.stet, { on: rejected.commentId, move: 'spam' })
    const withdrawn = await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    const { commentId, author } = withdrawn
    await must('withdraw', room.stage.stet.comments.withdraw(author, { commentId, version: 1 }))
    expect(await room.stage.round()).toEqual([])
  })

  it('goes to one address a few times a week, whoever types it and however often', async () => {
    for (let n = 0; n < QUESTIONS_A_WEEK + 3; n += 1) {
      await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
      await room.stage.round()
      wait(HOUR)
    }
    expect(room.stage.mailer.letters).toHaveLength(QUESTIONS_A_WEEK)
  })

  it('is not asked beyond the limits, and the comment is taken all the same', async () => {
    const seen: string[] = []
    const ports = {
      ...room.stage.ports,
      limits: {
        ...room.stage.ports.limits,
        take: async (name: string, key: string) => {
          seen.push(`${name} ${key}`)
          return name === 'mail.ask'
            ? ({ ok: false, error: { code: 'limited', message: 'No.' } } as const)
            : ({ ok: true, value: undefined } as const)
        },
      },
    }
    const stet = compose(ports)
    const input = { slug: room.slug, body: 'Taken.', email: RITA, tellReplies: true }
    expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient())).toMatchObject({ ok: true })
    expect(await room.stage.round()).toEqual([])
    expect(seen.some((one) => one.startsWith('mail.ask.address '))).toBe(true)
    // Limits are counted by what tells nothing of the address.
    expect(seen.join()).not.toContain('rita')
  })

  it.each([
    ['mail.ask', 'a new tag', (n: number) => `rita+${n}@post.test`],
    ['mail.ask.week', 'a new tag', (n: number) => `rita+${n}@post.test`],
    ['mail.ask', 'another dot', (n: number) => `${'.'.repeat(n)}rita@post.test`],
    ['mail.ask.week', 'another dot', (n: number) => `r${'.'.repeat(n)}ita+${n}@post.test`],
  ] as const)(
    'is limited for a mailbox (%s): neither %s nor another sender is a way around',
    async (limit, _way, addressOf) => {
      const counted = memoryLimits()
      const take: typeof counted.take = (name, key) =>
        (name === limit ? counted : room.stage.ports.limits).take(name, key)
      const stet = compose({ ...room.stage.ports, limits: { ...counted, take } })
      const { points } = LIMITS[limit]
      for (let n = 0; n < points + 3; n += 1) {
        const input = { slug: room.slug, body: `Taken ${n}.`, email: addressOf(n), tellReplies: true }
        expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient(n))).toMatchObject({
          ok: true,
        })
      }
      expect(await room.stage.round()).toHaveLength(points)
    },
  )

  it('is not sent where no mail is set up, and an address is not asked for', async () => {
    const stet = compose({ ...room.stage.ports, mailer: null })
    const input = { slug: room.slug, body: 'No mail here.', tellReplies: true }
    expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient())).toMatchObject({ ok: true })
    expect(room.stage.ports.tables.subscriptions.size).toBe(0)
  })
})
