import { beforeEach, describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { compose } from '../../../lib/compose'
import type { Actor } from '../../../lib/kernel/actor'
import { DAY, HOUR, MINUTE, SECOND } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import type { Letter } from '../../../lib/notifications/mailer'
import { BUSY_MAILS, QUESTIONS_A_WEEK, UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { pruneMails } from '../../../lib/notifications/send-mails'
import { aClient } from '../../support/builders/a-client'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { type MailStage, ORIGIN, fieldsOf, mailStage } from '../../support/mail-stage'

const ADDRESS = 'rita@post.test'

let stage: MailStage
let slug = ''
beforeEach(async () => {
  stage = mailStage()
  ;({ slug } = await aPiece(stage.stet, { title: 'Who drew the channel' }))
})

const wait = (ms: number): void => stage.ports.clock.advance(ms)
const approve = (commentId: string) => aDecision(stage.stet, { on: commentId, move: 'approve' })
const confirm = (letter: Letter | undefined) => {
  const { id = '', until = '', key = '' } = fieldsOf(stage.linkIn(letter, '/confirm'))
  return stage.stet.mail.confirm({ id, until, key })
}
const stop = (letter: Letter | undefined, everything = false) => {
  const { id = '', key = '' } = fieldsOf(letter?.unsubscribe?.slice(ORIGIN.length) ?? '')
  return stage.stet.mail.stop({ id, key, everything })
}

/** A guest's approved comment whose author has confirmed the address and wants to hear of replies. */
const aListener = async (email = ADDRESS) => {
  const posted = await stage.post({ under: slug, email, tellReplies: true })
  const letters = await stage.round()
  await must('confirm', confirm(letters.find(({ to }) => to === email)))
  await approve(posted.commentId)
  return posted
}

const reply = async (to: string, facts: { name?: string; body?: string } = {}) => {
  const posted = await stage.post({ under: slug, to, ...facts })
  await approve(posted.commentId)
  return posted
}

describe('an address with nothing ticked', () => {
  it('gets the secret link to what waits, and no other mail ever', async () => {
    const { commentId } = await stage.post({ under: slug, email: ADDRESS, body: 'CANARY BODY' })
    const [letter, ...others] = await stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: ADDRESS, subject: 'Your comment: Who drew the channel' })
    expect(letter?.text).toContain(ORIGIN + stage.stet.comments.statusPath(commentId))
    expect(letter?.text).not.toContain('/confirm')
    expect(JSON.stringify(letter)).not.toContain('CANARY')
    await approve(commentId)
    await reply(commentId)
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })

  it('cannot be confirmed, not even with another wish of the same guest', async () => {
    const first = await stage.post({ under: slug, email: ADDRESS })
    await stage.post({ under: slug, by: first.author, email: ADDRESS, tellReplies: true })
    const letters = await stage.round()
    expect(letters).toHaveLength(2)
    await must('confirm', confirm(letters.find(({ text }) => text.includes('/confirm'))))
    const kinds = [...stage.ports.tables.subscriptions.values()].filter(({ confirmedAt }) => confirmedAt)
    expect(kinds.map(({ kind }) => kind)).toEqual(['replies'])
  })

  it('gets nothing of what is public at once, and where no mail may go', async () => {
    await stage.post({ under: slug, by: await theOwner(stage.stet), email: ADDRESS })
    await stage.post({ under: slug, email: 'root@localhost' })
    expect(await stage.round()).toEqual([])
    expect(stage.ports.tables.subscriptions.size).toBe(0)
  })
})

describe('the question', () => {
  it('is the only mail before consent, and holds nothing that was typed', async () => {
    const { commentId } = await stage.post({
      ...{ under: slug, email: ADDRESS, tellApproved: true, tellReplies: true },
      ...{ name: 'CANARY NAME', body: 'CANARY BODY' },
    })
    const [letter, ...others] = await stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: ADDRESS,
      subject: 'Please confirm your address: Who drew the channel',
      unsubscribe: null,
    })
    expect(letter?.text).toContain('when it is approved and when somebody replies to it')
    expect(letter?.text).toContain(ORIGIN + stage.stet.comments.statusPath(commentId))
    expect(letter?.text).toContain('If it was not you, ignore this')
    expect(JSON.stringify(letter)).not.toContain('CANARY')
    await approve(commentId)
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })

  it('is not sent to an account, whose address is known', async () => {
    const by = await aUser(stage.stet, { role: 'member', email: 'mel@pencil.example' })
    const { commentId } = await stage.post({ under: slug, by, tellApproved: true })
    expect(await stage.round()).toEqual([])
    await approve(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toMatchObject([{ to: 'mel@pencil.example' }])
  })

  it('is not sent twice to a guest who has confirmed', async () => {
    const first = await aListener()
    await stage.post({ under: slug, by: first.author, email: ADDRESS, tellApproved: true })
    expect(await stage.round()).toEqual([])
  })

  it('is not sent about what was turned away or taken back before it went out', async () => {
    const rejected = await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    await aDecision(stage.stet, { on: rejected.commentId, move: 'spam' })
    const withdrawn = await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    const { commentId, author } = withdrawn
    await must('withdraw', stage.stet.comments.withdraw(author, { commentId, version: 1 }))
    expect(await stage.round()).toEqual([])
  })

  it('goes to one address a few times a week, whoever types it and however often', async () => {
    for (let n = 0; n < QUESTIONS_A_WEEK + 3; n += 1) {
      await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
      await stage.round()
      wait(HOUR)
    }
    expect(stage.mailer.letters).toHaveLength(QUESTIONS_A_WEEK)
  })

  it('is not asked beyond the limits, and the comment is taken all the same', async () => {
    const seen: string[] = []
    const ports = {
      ...stage.ports,
      limits: {
        ...stage.ports.limits,
        take: async (name: string, key: string) => {
          seen.push(`${name} ${key}`)
          return name === 'mail.ask'
            ? ({ ok: false, error: { code: 'limited', message: 'No.' } } as const)
            : ({ ok: true, value: undefined } as const)
        },
      },
    }
    const stet = compose(ports)
    const input = { slug, body: 'Taken.', email: ADDRESS, tellReplies: true }
    expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient())).toMatchObject({ ok: true })
    expect(await stage.round()).toEqual([])
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
        (name === limit ? counted : stage.ports.limits).take(name, key)
      const stet = compose({ ...stage.ports, limits: { ...counted, take } })
      const { points } = LIMITS[limit]
      for (let n = 0; n < points + 3; n += 1) {
        const input = { slug, body: `Taken ${n}.`, email: addressOf(n), tellReplies: true }
        expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient(n))).toMatchObject({
          ok: true,
        })
      }
      expect(await stage.round()).toHaveLength(points)
    },
  )

  it('is not sent where no mail is set up, and an address is not asked for', async () => {
    const stet = compose({ ...stage.ports, mailer: null })
    const input = { slug, body: 'No mail here.', tellReplies: true }
    expect(await stet.comments.submit({ kind: 'anonymous' }, input, aClient())).toMatchObject({ ok: true })
    expect(stage.ports.tables.subscriptions.size).toBe(0)
  })
})

describe('an approval', () => {
  it('is told once, when it can no longer be undone in passing', async () => {
    const { commentId } = await stage.post({
      under: slug,
      email: ADDRESS,
      tellApproved: true,
      body: 'My own words.',
    })
    await must('confirm', confirm((await stage.round())[0]))
    await approve(commentId)
    wait(UNDO_WINDOW - SECOND)
    expect(await stage.round()).toEqual([])
    wait(UNDO_WINDOW)
    const [letter, ...others] = await stage.round()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: ADDRESS, subject: 'Your comment was approved: Who drew the channel' })
    expect(stage.linkIn(letter, '/comments/')).toBe(`/comments/${commentId}`)
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })

  it('that was undone is not told, and told when it comes again', async () => {
    const { commentId } = await stage.post({ under: slug, email: ADDRESS, tellApproved: true })
    await must('confirm', confirm((await stage.round())[0]))
    const { decisionId } = await approve(commentId)
    await stage.round()
    wait(30 * SECOND)
    await must('undo', stage.stet.moderation.undo(await theOwner(stage.stet), { decisionId }))
    wait(UNDO_WINDOW)
    expect(await stage.round()).toEqual([])
    expect(stage.ports.tables.notices.size).toBe(1)
    await approve(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toHaveLength(1)
  })

  it('waits for a confirmation that comes later', async () => {
    const { commentId } = await stage.post({ under: slug, email: ADDRESS, tellApproved: true })
    const [question] = await stage.round()
    await approve(commentId)
    await stage.round()
    wait(2 * DAY)
    expect(await stage.round()).toEqual([])
    await must('confirm', confirm(question))
    expect(await stage.round()).toMatchObject([{ subject: expect.stringContaining('approved') }])
  })

  it('of what was public at once is no news', async () => {
    const by = await aUser(stage.stet, { role: 'moderator' })
    await stage.post({ under: slug, by, tellApproved: true })
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })

  it('is the only decision that is told', async () => {
    const { commentId } = await stage.post({
      under: slug,
      email: ADDRESS,
      tellApproved: true,
      tellReplies: true,
    })
    await must('confirm', confirm((await stage.round())[0]))
    await aDecision(stage.stet, { on: commentId, move: 'reject', reason: 'CANARY reason' })
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })
})

describe('a reply', () => {
  it('is told with its name and a short quote, and never in full', async () => {
    const { commentId } = await aListener()
    const long = `First line.\n\nSecond <b>line</b>, ${'and so on '.repeat(100)}END`
    const { commentId: replyId } = await reply(commentId, { name: 'Ada & <i>Bo</i>', body: long })
    await stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await stage.round()
    expect(letter?.subject).toBe('A reply to your comment: Who drew the channel')
    expect(letter?.text).toContain('Ada & <i>Bo</i> replied to your comment.')
    expect(letter?.text).toContain('> First line. Second <b>line</b>, and so on')
    expect(letter?.text).not.toContain('END')
    expect([...(/^> (.*)$/m.exec(letter?.text ?? '')?.[1] ?? '')].length).toBeLessThanOrEqual(201)
    expect(letter?.html).toContain('Ada &amp; &lt;i&gt;Bo&lt;/i&gt; replied')
    expect(letter?.html).not.toMatch(/<b>|<i>|<img|<script/)
    expect(stage.linkIn(letter, '/comments/')).toBe(`/comments/${replyId}`)
  })

  it('that waits, was rejected, or hangs below something hidden is not told', async () => {
    const { commentId, author } = await aListener()
    const waiting = await stage.post({ under: slug, to: commentId, name: 'CANARY', body: 'CANARY' })
    const late = await reply(commentId, { name: 'CANARY', body: 'CANARY' })
    await stage.round()
    await aDecision(stage.stet, { on: late.commentId, move: 'reject' })
    wait(UNDO_WINDOW)
    expect(await stage.round()).toEqual([])
    await aDecision(stage.stet, { on: waiting.commentId, move: 'spam' })
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
    // One's own reply is no news, either.
    const own = await stage.post({ under: slug, to: commentId, by: author })
    await approve(own.commentId)
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
    expect(JSON.stringify(stage.mailer.letters)).not.toContain('CANARY')
  })

  it('is told when what hid it is public again, and forgotten after a week', async () => {
    const { commentId } = await aListener()
    const hide = async (on: string) => aDecision(stage.stet, { on, move: 'hold' })
    await reply(commentId)
    await stage.round()
    await hide(commentId)
    wait(UNDO_WINDOW)
    expect(await stage.round()).toEqual([])
    wait(5 * HOUR)
    expect(await stage.round()).toEqual([])
    await approve(commentId)
    wait(HOUR)
    expect(await stage.round()).toHaveLength(1)

    await reply(commentId)
    await stage.round()
    await hide(commentId)
    for (let day = 0; day < 9; day += 1) {
      wait(DAY)
      await stage.round()
    }
    await approve(commentId)
    wait(2 * HOUR)
    expect(await stage.round()).toEqual([])
  })

  it('is not told to who withdrew the comment it answers', async () => {
    const { commentId, author } = await aListener()
    await reply(commentId)
    await stage.round()
    const record = await stage.ports.commentStore.find(commentId)
    const version = record?.comment.version ?? 0
    await must('withdraw', stage.stet.comments.withdraw(author, { commentId, version }))
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })
})

describe('the rhythm', () => {
  it('first alone, then one digest an hour', async () => {
    const { commentId } = await aListener()
    await reply(commentId, { name: 'Ada' })
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toHaveLength(1)
    for (const name of ['Bo', 'Cleo', 'Dov']) await reply(commentId, { name })
    await stage.round()
    wait(HOUR - MINUTE)
    expect(await stage.round()).toEqual([])
    wait(MINUTE)
    const [digest, ...others] = await stage.round()
    expect(others).toEqual([])
    expect(digest?.subject).toBe('3 news of your comments')
    expect(digest?.text).toMatch(/Bo replied[\s\S]*Cleo replied[\s\S]*Dov replied/)
    expect(digest?.unsubscribe).toContain('&all=1')
  })

  it('after many mails in a day, the next comes a day later', async () => {
    const { commentId } = await aListener()
    for (let n = 0; n <= BUSY_MAILS; n += 1) {
      await reply(commentId)
      await stage.round()
      wait(HOUR)
      expect(await stage.round()).toHaveLength(1)
    }
    await reply(commentId)
    await reply(commentId)
    await stage.round()
    wait(23 * HOUR)
    expect(await stage.round()).toEqual([])
    wait(HOUR)
    expect(await stage.round()).toMatchObject([{ subject: '2 news of your comments' }])
  })

  it('is one address’s own', async () => {
    const [a, b] = [await aListener('a@post.test'), await aListener('b@post.test')]
    await reply(a.commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toMatchObject([{ to: 'a@post.test' }])
    await reply(b.commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toMatchObject([{ to: 'b@post.test' }])
  })
})

describe('the mail server', () => {
  it('that has no time is asked again, later each time, for the same mail', async () => {
    const { commentId } = await aListener()
    const tried: string[] = []
    stage.mailer.answer = ({ id }) => {
      tried.push(id)
      return { kind: 'later', reply: '451 4.7.1 <rita@post.test> try later' }
    }
    await reply(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    await stage.round()
    for (const minutes of [1, 2, 4, 8]) {
      wait(minutes * MINUTE - 1)
      await stage.round()
      const before = tried.length
      wait(1)
      await stage.round()
      expect(tried).toHaveLength(before + 1)
    }
    expect(new Set(tried).size).toBe(1)
    stage.mailer.answer = () => ({ kind: 'sent' })
    wait(HOUR)
    expect(await stage.round()).toMatchObject([{ id: tried[0] }])
    expect(JSON.stringify(stage.said)).not.toContain('rita')
  })

  it('that breaks in the middle is survived: the same mail goes out when the lease has run out', async () => {
    const { commentId } = await aListener()
    stage.mailer.answer = () => {
      throw new Error('A bug.')
    }
    await reply(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    expect(await stage.round()).toEqual([])
    stage.mailer.answer = () => ({ kind: 'sent' })
    wait(HOUR)
    expect(await stage.round()).toHaveLength(1)
  })

  it('that refuses an address for good gets nothing more for it', async () => {
    const { commentId } = await aListener()
    stage.mailer.answer = () => ({ kind: 'refused', reply: '550 5.1.1 no such user' })
    await reply(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    await stage.round()
    stage.mailer.answer = () => ({ kind: 'sent' })
    await reply(commentId)
    await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
    // A mailbox may be made again: after some months it is tried.
    wait(90 * DAY)
    await pruneMails(stage.ports)
    await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    expect(await stage.round()).toMatchObject([{ to: ADDRESS }])
  })

  it('that takes no question is left alone in the end', async () => {
    stage.mailer.answer = () => ({ kind: 'later', reply: '421 busy' })
    await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    for (let n = 0; n < 14; n += 1) {
      await stage.round()
      wait(12 * HOUR)
    }
    expect(stage.ports.tables.notices.size).toBe(0)
  })
})

describe('unsubscribing', () => {
  it('ends one wish, or everything to the address, at once', async () => {
    const a = await aListener()
    const b = await stage.post({ under: slug, by: a.author, email: ADDRESS, tellReplies: true })
    await approve(b.commentId)
    await reply(a.commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await stage.round()
    await must('stop', stop(letter))
    await must('stop twice', stop(letter))
    await reply(a.commentId)
    await stage.round()
    wait(2 * HOUR)
    expect(await stage.round()).toEqual([])
    await reply(b.commentId)
    await reply(b.commentId)
    await stage.round()
    wait(2 * HOUR)
    expect(await stage.round()).toMatchObject([{ subject: '2 news of your comments' }])
    await must('stop everything', stop(letter, true))
    await reply(b.commentId)
    await stage.round()
    wait(DAY)
    expect(await stage.round()).toEqual([])
  })
})

describe('a link', () => {
  it('to confirm works for seven days, for its own wish, with its own key', async () => {
    await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    await stage.post({ under: slug, email: 'b@post.test', tellReplies: true })
    const letters = await stage.round()
    const [mine, other] = letters.map((letter) => fieldsOf(stage.linkIn(letter, '/confirm')))
    const link = { id: mine?.id ?? '', until: mine?.until ?? '', key: mine?.key ?? '' }
    const stopKey = stage.ports.secrets.mac('mail-stop', link.id, ADDRESS)
    const wrong = [
      { ...link, key: other?.key ?? '' },
      { ...link, id: other?.id ?? '' },
      { ...link, until: String(Number(link.until) + DAY) },
      { ...link, until: 'for ever' },
      { ...link, key: stopKey },
      { ...link, key: '' },
      { ...link, id: "' OR 1=1 --" },
      { ...link, id: '\u0000'.repeat(26) },
      { ...link, id: stage.ports.ids.random() },
    ]
    for (const one of wrong) {
      expect(await stage.stet.mail.confirmation(one)).toBeNull()
      expect(await stage.stet.mail.confirm(one)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    }
    expect(await stage.stet.mail.confirmation(link)).toMatchObject({ state: 'asked', piece: { slug } })
    await must('confirm', stage.stet.mail.confirm(link))
    await must('confirm twice', stage.stet.mail.confirm(link))
    expect(await stage.stet.mail.confirmation(link)).toMatchObject({ state: 'confirmed' })
    wait(7 * DAY)
    expect(await stage.stet.mail.confirmation(link)).toBeNull()
    expect(await stage.stet.mail.confirm(link)).toMatchObject({ ok: false })
  })

  it('to stop works for ever, and only with its own key', async () => {
    const { commentId } = await aListener()
    await reply(commentId)
    await stage.round()
    wait(UNDO_WINDOW)
    const [letter] = await stage.round()
    const { id = '', key = '' } = fieldsOf(stage.linkIn(letter, '/unsubscribe'))
    wait(3_650 * DAY)
    const wrong = { id, key: stage.ports.secrets.mac('mail-confirm', id, ADDRESS) }
    expect(await stage.stet.mail.openStop(wrong)).toBeNull()
    expect(await stage.stet.mail.stop({ ...wrong, everything: true })).toMatchObject({ ok: false })
    expect(await stage.stet.mail.openStop({ id, key })).toMatchObject({
      active: true,
      activeInAll: 1,
      wish: 'replies',
    })
    await must('stop', stop(letter))
    expect(await stage.stet.mail.openStop({ id, key })).toMatchObject({ active: false, activeInAll: 0 })
  })
})

describe('one’s own wishes', () => {
  it('are listed for the account, and stopped by it alone', async () => {
    const by = await aUser(stage.stet, { role: 'member' })
    const stranger = await aUser(stage.stet, { role: 'member' })
    await stage.post({ under: slug, by, tellApproved: true, tellReplies: true })
    const wishes = await must('list', stage.stet.mail.wishes(by))
    expect(wishes).toMatchObject([
      { piece: { path: `/articles/${slug}`, title: 'Who drew the channel' } },
      { wish: expect.any(String) },
    ])
    const subscriptionId = wishes?.[0]?.id ?? ''
    await must('stop', stage.stet.mail.stopWish(stranger, { subscriptionId }))
    expect(await must('list', stage.stet.mail.wishes(by))).toHaveLength(2)
    await must('stop', stage.stet.mail.stopWish(by, { subscriptionId }))
    expect(await must('list', stage.stet.mail.wishes(by))).toHaveLength(1)
    expect(await must('list', stage.stet.mail.wishes(stranger))).toEqual([])
  })

  it.each([{ kind: 'anonymous' }, { kind: 'guest', guestId: 'g' }] as const)(
    'are nothing for $kind',
    async (actor) => {
      expect(await stage.stet.mail.wishes(actor)).toMatchObject({
        ok: false,
        error: { code: 'unauthenticated' },
      })
      const subscriptionId = stage.ports.ids.random()
      expect(await stage.stet.mail.stopWish(actor, { subscriptionId })).toMatchObject({ ok: false })
    },
  )

  it('are not spoken of where no mail is set up', async () => {
    const by = await aUser(stage.stet, { role: 'member' })
    expect(await compose({ ...stage.ports, mailer: null }).mail.wishes(by)).toEqual({ ok: true, value: null })
  })
})

describe('somebody a measure keeps from taking part', () => {
  const measure = async (
    posted: { readonly author: Actor },
    given: { kind: 'ban' | 'suspend'; days: 7 | null },
  ) => {
    const person = posted.author.kind === 'guest' ? `guest:${posted.author.guestId}` : ''
    const owner = await theOwner(stage.stet)
    const input = {
      person,
      targets: ['person'],
      reason: '',
      note: '',
      rejectWaiting: false,
      ...given,
    } as const
    return must(given.kind, stage.stet.people.take(owner, { ...input, targets: ['person'] }))
  }

  it('hears no news while banned, and none of that time later', async () => {
    const listener = await aListener()
    const { actId } = await measure(listener, { kind: 'ban', days: null })
    await reply(listener.commentId)
    await stage.round()
    wait(HOUR)
    expect(await stage.round()).toEqual([])
    await must('lift', stage.stet.people.lift(await theOwner(stage.stet), { actId }))
    wait(2 * HOUR)
    expect(await stage.round()).toEqual([])
    await reply(listener.commentId)
    await stage.round()
    wait(HOUR)
    expect((await stage.round()).map(({ to }) => to)).toEqual([ADDRESS])
  })

  it('hears after a pause what came in its last days', async () => {
    const listener = await aListener()
    await measure(listener, { kind: 'suspend', days: 7 })
    wait(6 * DAY)
    await reply(listener.commentId)
    await stage.round()
    wait(HOUR)
    expect(await stage.round()).toEqual([])
    wait(DAY)
    expect((await stage.round()).map(({ to }) => to)).toEqual([ADDRESS])
  })

  it('is not even asked for consent at an address that is banned', async () => {
    const listener = await aListener()
    const person = listener.author.kind === 'guest' ? `guest:${listener.author.guestId}` : ''
    const input = { person, kind: 'ban', reason: '', note: '', days: null, rejectWaiting: false } as const
    await must('ban', stage.stet.people.take(await theOwner(stage.stet), { ...input, targets: ['mail'] }))
    await stage.post({ under: slug, email: ADDRESS, tellReplies: true })
    expect(await stage.round()).toEqual([])
  })
})
