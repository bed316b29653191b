import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '../../../lib/kernel/actor'
import { DAY, HOUR, MINUTE } from '../../../lib/kernel/clock'
import type { Letter } from '../../../lib/notifications/mailer'
import { DECIDE_WITHIN, sendDeskMails } from '../../../lib/notifications/send-desk-mail'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { type MailStage, ORIGIN, mailStage } from '../../support/mail-stage'
import { refusal } from '../../support/people'

let stage: MailStage
let slug = ''
let ada: SignedIn

const wish = (rhythm: 'off' | 'hourly' | 'daily', by: SignedIn = ada) =>
  stage.stet.mail.changeDeskWish(by, { rhythm })
const round = async (): Promise<readonly Letter[]> => {
  const before = stage.mailer.letters.length
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  await sendDeskMails({ ...stage.ports, log })
  return stage.mailer.letters.slice(before)
}
const keyIn = (letter: Letter | undefined, words: string): string => {
  const lines = (letter?.text ?? '').split('\n')
  const at = lines.indexOf(`${words}:`)
  return new URL(lines[at + 1] ?? ORIGIN).searchParams.get('key') ?? ''
}
const statusOf = async (commentId: string) => (await stage.ports.commentStore.find(commentId))?.comment.status

beforeEach(async () => {
  stage = mailStage()
  ;({ slug } = await aPiece(stage.stet, { title: 'Who drew the channel' }))
  ada = await aUser(stage.stet, { role: 'moderator', name: 'Ada' })
})

const measure = async ({ userId }: SignedIn, kind: 'ban' | 'suspend', days: number | null = null) =>
  must(
    kind,
    stage.stet.people.take(await aUser(stage.stet, { role: 'owner' }), {
      ...{ person: `user:${userId}`, kind, targets: ['person'] },
      ...{ reason: '', note: '', days, rejectWaiting: false },
    }),
  )

const aWaitingMail = async () => {
  await must('wish', wish('hourly'))
  stage.ports.clock.advance(MINUTE)
  const posted = await stage.post({ under: slug, name: 'Zoë', body: 'A word that waits.' })
  stage.ports.clock.advance(MINUTE)
  const [letter] = await round()
  return { ...posted, letter }
}

describe('mail about what waits', () => {
  it('is off until a moderator asks for it, and refused to everybody else', async () => {
    await stage.post({ under: slug })
    expect(await round()).toEqual([])
    expect(await stage.stet.mail.deskWish(ada)).toEqual({ rhythm: 'off' })
    for (const role of ['writer', 'member'] as const) {
      const other = await aUser(stage.stet, { role })
      expect(refusal(await wish('hourly', other)).code).toBe('forbidden')
      expect(await stage.stet.mail.deskWish(other)).toBeNull()
    }
  })

  it('tells what arrived since, once, in the rhythm that was asked for', async () => {
    const { letter } = await aWaitingMail()
    expect(letter?.text).toContain('A word that waits.')
    expect(letter?.text).toContain('Zoë wrote:')
    await stage.post({ under: slug, body: 'Another.' })
    expect(await round()).toEqual([])
    stage.ports.clock.advance(HOUR)
    const [next, ...more] = await round()
    expect(more).toEqual([])
    expect(next?.text).toContain('Another.')
    expect(next?.text).not.toContain('A word that waits.')
    await must('wish', wish('off'))
    await stage.post({ under: slug })
    stage.ports.clock.advance(2 * DAY)
    expect(await round()).toEqual([])
  })

  it('comes soon, about what waits already, and then about what comes next, however long that takes', async () => {
    await stage.post({ under: slug, body: 'Here before anybody asked.' })
    stage.ports.clock.advance(MINUTE)
    await must('wish', wish('daily'))
    const [first] = await round()
    expect(first?.text).toContain('Here before anybody asked.')
    stage.ports.clock.advance(DAY)
    expect(await round()).toEqual([])
    await stage.post({ under: slug, body: 'Somewhat later.' })
    stage.ports.clock.advance(MINUTE)
    expect((await round())[0]?.text).toContain('Somewhat later.')
    await must('wish', wish('hourly'))
    await stage.post({ under: slug, body: 'Within the hour.' })
    stage.ports.clock.advance(HOUR - 1)
    expect(await round()).toEqual([])
    stage.ports.clock.advance(1)
    expect((await round())[0]?.text).toContain('Within the hour.')
  })

  it('begins, where a thousand wait, with those that stand first, and says how many more do', async () => {
    for (let n = 1; n <= 25; n += 1)
      await stage.post({ under: slug, body: `Number ${n} of those that wait.` })
    stage.ports.clock.advance(MINUTE)
    await must('wish', wish('daily'))
    const [first, ...others] = await round()
    expect(others).toEqual([])
    expect(first?.subject).toContain('25 comments are waiting')
    expect(first?.text.match(/of those that wait/g)).toHaveLength(20)
    expect(first?.text).toContain('5 more comments wait at the desk.')
    await stage.post({ under: slug, body: 'What came since.' })
    stage.ports.clock.advance(DAY)
    const [next] = await round()
    expect(next?.text).toContain('What came since.')
    expect(next?.text).not.toContain('of those that wait')
    expect(next?.text).toContain('25 more comments wait at the desk.')
  })

  it('goes to nobody who may no longer decide when it is due', async () => {
    await must('wish', wish('hourly'))
    stage.ports.clock.advance(MINUTE)
    await stage.post({ under: slug })
    const audit = { actor: ada, action: 'test', subject: 'test', detail: {} }
    await stage.ports.accountStore.changeUser(ada.userId, { role: 'writer' }, audit)
    expect(await round()).toEqual([])
    expect(await stage.ports.deskMailStore.rhythmOf(ada.userId)).toBeNull()
  })

  it('goes to no moderator whom the owner has banned', async () => {
    await must('wish', wish('hourly'))
    stage.ports.clock.advance(MINUTE)
    await stage.post({ under: slug })
    stage.ports.clock.advance(MINUTE)
    await measure(ada, 'ban')
    expect(await round()).toEqual([])
  })

  it('waits while a moderator is suspended, and comes when that is over', async () => {
    await must('wish', wish('hourly'))
    stage.ports.clock.advance(MINUTE)
    await stage.post({ under: slug, body: 'Meanwhile.' })
    await measure(ada, 'suspend', 2)
    expect(await round()).toEqual([])
    stage.ports.clock.advance(DAY)
    expect(await round()).toEqual([])
    stage.ports.clock.advance(DAY)
    expect((await round()).map(({ text }) => text.includes('Meanwhile.'))).toEqual([true])
  })
})

describe('a link of such a mail', () => {
  it('shows and decides nothing by being looked at, and decides once by its button', async () => {
    const { commentId, letter } = await aWaitingMail()
    const key = keyIn(letter, 'Approve')
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await stage.stet.mail.openDecision(key)).toMatchObject({
        ...{ state: 'open', move: 'approve', moderator: 'Ada' },
        comment: { body: 'A word that waits.' },
      })
    }
    expect(await statusOf(commentId)).toBe('pending')
    await must('decide', stage.stet.mail.decide(key))
    expect(await statusOf(commentId)).toBe('approved')
    const [decision] = await stage.ports.commentStore.decisionsOn(commentId)
    expect(decision?.actor).toMatchObject({ kind: 'user', userId: ada.userId })
    expect(await stage.stet.mail.openDecision(key)).toEqual({ state: 'used' })
    expect(refusal(await stage.stet.mail.decide(key)).code).toBe('conflict')
    expect(await stage.stet.mail.openDecision(keyIn(letter, 'Reject'))).toEqual({ state: 'late' })
  })

  it('decides once however often its button is pressed at the same time', async () => {
    const { commentId, letter } = await aWaitingMail()
    const key = keyIn(letter, 'Spam')
    const tries = await Promise.all([1, 2, 3].map(() => stage.stet.mail.decide(key)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await stage.ports.commentStore.decisionsOn(commentId)).toHaveLength(1)
  })

  it('changes nothing after a colleague, an edit, 72 hours or the end of a role, and then shows no text', async () => {
    const { commentId, letter } = await aWaitingMail()
    const key = keyIn(letter, 'Approve')
    await aDecision(stage.stet, { on: commentId, move: 'reject' })
    expect(await stage.stet.mail.openDecision(key)).toEqual({ state: 'late' })
    expect(refusal(await stage.stet.mail.decide(key)).code).toBe('conflict')
    expect(await statusOf(commentId)).toBe('rejected')

    const other = keyIn(letter, 'Spam')
    stage.ports.clock.advance(DECIDE_WITHIN)
    expect(await stage.stet.mail.openDecision(other)).toEqual({ state: 'expired' })
    expect(refusal(await stage.stet.mail.decide(other)).code).toBe('gone')

    const audit = { actor: ada, action: 'test', subject: 'test', detail: {} }
    await stage.ports.accountStore.changeUser(ada.userId, { role: 'member' }, audit)
    expect(await stage.stet.mail.openDecision(other)).toEqual({ state: 'not-allowed' })
    expect(refusal(await stage.stet.mail.decide(other)).code).toBe('forbidden')
  })

  it.each([
    ['banned', 'ban', null],
    ['suspended', 'suspend', 1],
  ] as const)('shows and decides nothing once whoever got it is %s', async (_word, kind, days) => {
    const { commentId, letter } = await aWaitingMail()
    const key = keyIn(letter, 'Approve')
    await measure(ada, kind, days)
    expect(await stage.stet.mail.openDecision(key)).toEqual({ state: 'not-allowed' })
    expect(refusal(await stage.stet.mail.decide(key)).code).toBe('forbidden')
    expect(await statusOf(commentId)).toBe('pending')
  })

  it('is unknown when it was cut, and kept as a hash only', async () => {
    const { letter } = await aWaitingMail()
    const key = keyIn(letter, 'Approve')
    expect(await stage.stet.mail.openDecision(key.slice(1))).toBeNull()
    expect(refusal(await stage.stet.mail.decide('')).code).toBe('not-found')
    expect(await stage.ports.deskMailStore.find(key)).toBeNull()
  })
})
