import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../lib/kernel/actor'
import { DAY, HOUR, SECOND } from '../../../lib/kernel/clock'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { aDecision } from '../../support/builders/a-decision'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { RITA, mailRoom } from '../../support/mail-room'

const room = mailRoom()
const { wait, approve, confirm, aListener, reply } = room

describe('an approval', () => {
  it('is told once, when it can no longer be undone in passing', async () => {
    const { commentId } = await room.stage.post({
      under: room.slug,
      email: RITA,
      tellApproved: true,
      body: 'My own words.',
    })
    await must('confirm', confirm((await room.stage.round())[0]))
    await approve(commentId)
    wait(UNDO_WINDOW - SECOND)
    expect(await room.stage.round()).toEqual([])
    wait(UNDO_WINDOW)
    const [letter, ...others] = await room.stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: RITA, subject: 'Your comment was approved: Who drew the channel' })
    expect(room.stage.linkIn(letter, '/comments/')).toBe(`/comments/${commentId}`)
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })

  it('that was undone is not told, and told when it comes again', async () => {
    const { commentId } = await room.stage.post({ under: room.slug, email: RITA, tellApproved: true })
    await must('confirm', confirm((await room.stage.round())[0]))
    const { decisionId } = await approve(commentId)
    await room.stage.round()
    wait(30 * SECOND)
    await must('undo', room.stage.stet.moderation.undo(await theOwner(room.stage.stet), { decisionId }))
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toEqual([])
    expect(room.stage.ports.tables.notices.size).toBe(1)
    await approve(commentId)
    await room.stage.round()
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toHaveLength(1)
  })

  it('waits for a confirmation that comes later', async () => {
    const { commentId } = await room.stage.post({ under: room.slug, email: RITA, tellApproved: true })
    const [question] = await room.stage.round()
    await approve(commentId)
    await room.stage.round()
    wait(2 * DAY)
    expect(await room.stage.round()).toEqual([])
    await must('confirm', confirm(question))
    expect(await room.stage.round()).toMatchObject([{ subject: expect.stringContaining('approved') }])
  })

  it('of what was public at once is no news', async () => {
    const by = await aUser(room.stage.stet, { role: 'moderator' })
    await room.stage.post({ under: room.slug, by, tellApproved: true })
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })

  it('is the only decision that is told', async () => {
    const { commentId } = await room.stage.post({
      under: room.slug,
      email: RITA,
      tellApproved: true,
      tellReplies: true,
    })
    await must('confirm', confirm((await room.stage.round())[0]))
    await aDecision(room.stage.stet, { on: commentId, move: 'reject', reason: 'CANARY reason' })
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })
})

describe('a reply', () => {
  it('is told with its name and a short quote, and never in full', async () => {
    const { commentId } = await aListener()
    const long = `First line.\n\nSecond <b>line</b>, ${'and so on '.repeat(100)}END`
    const { commentId: replyId } = await reply(commentId, { name: 'Ada & <i>Bo</i>', body: long })
    await room.stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await room.stage.round()
    expect(letter?.subject).toBe('A reply to your comment: Who drew the channel')
    expect(letter?.text).toContain('Ada & <i>Bo</i> replied to your comment.')
    expect(letter?.text).toContain('> First line. Second <b>line</b>, and so on')
    expect(letter?.text).not.toContain('END')
    expect([...(/^> (.*)$/m.exec(letter?.text ?? '')?.[1] ?? '')].length).toBeLessThanOrEqual(201)
    expect(letter?.html).toContain('Ada &amp; &lt;i&gt;Bo&lt;/i&gt; replied')
    expect(letter?.html).not.toMatch(/<b>|<i>|<img|<script/)
    expect(room.stage.linkIn(letter, '/comments/')).toBe(`/comments/${replyId}`)
  })

  it('that waits, was rejected, or hangs below something hidden is not told', async () => {
    const { commentId, author } = await aListener()
    const waiting = await room.stage.post({ under: room.slug, to: commentId, name: 'CANARY', body: 'CANARY' })
    const late = await reply(commentId, { name: 'CANARY', body: 'CANARY' })
    await room.stage.round()
    await aDecision(room.stage.stet, { on: late.commentId, move: 'reject' })
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toEqual([])
    await aDecision(room.stage.stet, { on: waiting.commentId, move: 'spam' })
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
    // One's own reply is no news, either.
    const own = await room.stage.post({ under: room.slug, to: commentId, by: author })
    await approve(own.commentId)
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
    expect(JSON.stringify(room.stage.mailer.letters)).not.toContain('CANARY')
  })

  it('is told when what hid it is public again, and forgotten after a week', async () => {
    const { commentId } = await aListener()
    const hide = async (on: string) => aDecision(room.stage.stet, { on, move: 'hold' })
    await reply(commentId)
    await room.stage.round()
    await hide(commentId)
    wait(UNDO_WINDOW)
    expect(await room.stage.round()).toEqual([])
    wait(5 * HOUR)
    expect(await room.stage.round()).toEqual([])
    await approve(commentId)
    wait(HOUR)
    expect(await room.stage.round()).toHaveLength(1)

    await reply(commentId)
    await room.stage.round()
    await hide(commentId)
    for (let day = 0; day < 9; day += 1) {
      wait(DAY)
      await room.stage.round()
    }
    await approve(commentId)
    wait(2 * HOUR)
    expect(await room.stage.round()).toEqual([])
  })

  it('is not told to who withdrew the comment it answers', async () => {
    const { commentId, author } = await aListener()
    await reply(commentId)
    await room.stage.round()
    const record = await room.stage.ports.commentStore.find(commentId)
    const version = record?.comment.version ?? 0
    await must('withdraw', room.stage.stet.comments.withdraw(author, { commentId, version }))
    await room.stage.round()
    wait(DAY)
    expect(await room.stage.round()).toEqual([])
  })
})

describe('somebody a measure keeps from taking part', () => {
  const measure = async (
    posted: { readonly author: Actor },
    given: { kind: 'ban' | 'suspend'; days: 7 | null },
  ) => {
    const person = posted.author.kind === 'guest' ? `guest:${posted.author.guestId}` : ''
    const owner = await theOwner(room.stage.stet)
    const input = {
      person,
      targets: ['person'],
      reason: '',
      note: '',
      rejectWaiting: false,
      ...given,
    } as const
    return must(given.kind, room.stage.stet.people.take(owner, { ...input, targets: ['person'] }))
  }

  it('hears no news while banned, and none of that time later', async () => {
    const listener = await aListener()
    const { actId } = await measure(listener, { kind: 'ban', days: null })
    await reply(listener.commentId)
    await room.stage.round()
    wait(HOUR)
    expect(await room.stage.round()).toEqual([])
    await must('lift', room.stage.stet.people.lift(await theOwner(room.stage.stet), { actId }))
    wait(2 * HOUR)
    expect(await room.stage.round()).toEqual([])
    await reply(listener.commentId)
    await room.stage.round()
    wait(HOUR)
    expect((await room.stage.round()).map(({ to }) => to)).toEqual([RITA])
  })

  it('hears after a pause what came in its last days', async () => {
    const listener = await aListener()
    await measure(listener, { kind: 'suspend', days: 7 })
    wait(6 * DAY)
    await reply(listener.commentId)
    await room.stage.round()
    wait(HOUR)
    expect(await room.stage.round()).toEqual([])
    wait(DAY)
    expect((await room.stage.round()).map(({ to }) => to)).toEqual([RITA])
  })

  it('is not even asked for consent at an address that is banned', async () => {
    const listener = await aListener()
    const person = listener.author.kind === 'guest' ? `guest:${listener.author.guestId}` : ''
    const input = { person, kind: 'ban', reason: '', note: '', days: null, rejectWaiting: false } as const
    await must(
      'ban',
      room.stage.stet.people.take(await theOwner(room.stage.stet), { ...input, targets: ['mail'] }),
    )
    await room.stage.post({ under: room.slug, email: RITA, tellReplies: true })
    expect(await room.stage.round()).toEqual([])
  })
})
