import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../../lib/adapters/smtp-mailer'
import type { SignedIn } from '../../../lib/kernel/actor'
import { HOUR, MINUTE } from '../../../lib/kernel/clock'
import { DECIDE_WITHIN, sendDeskMails } from '../../../lib/notifications/send-desk-mail'
import { aComment } from '../../support/builders/a-comment'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { must } from '../../support/builders/must'
import { type MailSink, type SunkMail, mailSink } from '../../support/mail-sink'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

const HTML = { accept: 'text/html,application/xhtml+xml' }
const log = { info: () => {}, warn: () => {}, error: () => {} }

let sink: MailSink
let site: ServedPipeline
beforeAll(async () => {
  sink = await mailSink()
  const from = { name: 'The Paper', address: 'paper@post.test' }
  site = await servePipeline({ mailer: (origin) => smtpMailer({ smtpUrl: sink.url, from }, origin) })
})
afterAll(async () => {
  await site.close()
  await sink.close()
})

let mo: SignedIn
let slug = ''
let mailbox = ''
beforeEach(async () => {
  ;({ slug } = await aPiece(site.stet, { title: 'Zwölf Brücken' }))
  mailbox = `mo.${site.ports.ids.random()}@post.test`
  mo = await aUser(site.stet, { email: mailbox })
  await must('wish', site.stet.mail.changeDeskWish(mo, { rhythm: 'hourly' }))
  site.ports.clock.advance(MINUTE)
})

const round = async (): Promise<readonly SunkMail[]> => {
  const before = sink.mails.length
  await sendDeskMails({ ...site.ports, log })
  return sink.mails.slice(before)
}

/** Links of a mail by the words above them, site-relative. */
const linksIn = (mail: SunkMail | undefined): ReadonlyMap<string, string> => {
  const lines = (mail?.text ?? '').split(/\r?\n/).map((line) => line.trim())
  return new Map(
    lines.flatMap((line, n) =>
      line.startsWith(`${site.origin}/by-mail`)
        ? [[(lines[n - 1] ?? '').replace(/:$/, ''), line.slice(site.origin.length)] as const]
        : [],
    ),
  )
}

/** A comment that waits, and the links that came by mail about it. */
const arrived = async () => {
  const posted = await aComment(site.stet, { under: slug, name: 'Zoë' })
  site.ports.clock.advance(HOUR)
  const [mail] = (await round()).filter(({ to }) => to.includes(mailbox))
  const links = linksIn(mail)
  const link = (words: string): string => {
    const found = links.get(words)
    if (found === undefined) throw new Error(`No link “${words}” among ${[...links.keys()].join(', ')}`)
    return found
  }
  return { ...posted, mail, link }
}
const statusOf = async (commentId: string) => (await site.ports.commentStore.find(commentId))?.comment.status
const press = (link: string, headers: Record<string, string> = {}) =>
  site.post(link, {}, { ...HTML, ...headers })

describe('deciding by mail', () => {
  it('shows by GET and acts by the button alone, in the moderator’s name, once', async () => {
    const { commentId, link, mail } = await arrived()
    expect(mail?.headers.get('list-unsubscribe')).toBeUndefined()
    for (const path of [link('Approve'), link('Spam')]) {
      for (const method of ['GET', 'HEAD']) {
        const looked = await fetch(site.origin + path, { method, headers: HTML })
        expect(looked.status).toBe(200)
        expect(looked.headers.get('cache-control')).toContain('no-store')
      }
    }
    expect(await statusOf(commentId)).toBe('pending')
    const pressed = await press(link('Approve'))
    expect([pressed.status, pressed.headers.get('location')]).toEqual([
      303,
      `${link('Approve')}&done=approve`,
    ])
    expect(await statusOf(commentId)).toBe('approved')
    const [decision] = await site.ports.commentStore.decisionsOn(commentId)
    expect(decision?.actor).toMatchObject({ kind: 'user', userId: mo.userId })
    // Again, and by the other link of the same mail, which was for a state that is past.
    expect((await press(link('Approve'))).status).toBe(409)
    expect((await press(link('Spam'))).status).toBe(409)
    expect(await statusOf(commentId)).toBe('approved')
    expect(await site.ports.commentStore.decisionsOn(commentId)).toHaveLength(1)
  })

  it('is done once by fifty presses at once', async () => {
    const { commentId, link } = await arrived()
    const answers = await Promise.all(Array.from({ length: 50 }, () => press(link('Spam'))))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
    expect(await site.ports.commentStore.decisionsOn(commentId)).toHaveLength(1)
  })

  it('refuses another site, a changed key, and a page that is framed or forged without an origin', async () => {
    const { commentId, link } = await arrived()
    const path = link('Approve')
    for (const origin of ['https://elsewhere.example', 'null'])
      expect((await press(path, { origin })).status).toBe(403)
    const bare = await fetch(site.origin + path, { method: 'POST', redirect: 'manual', body: '' })
    expect(bare.status).toBe(403)
    const last = path.at(-1) === 'A' ? 'B' : 'A'
    expect((await press(`${path.slice(0, -1)}${last}`)).status).toBe(404)
    expect((await press(`${path}&key=x`)).status).toBe(404)
    expect(await statusOf(commentId)).toBe('pending')
  })

  it('ends after 72 hours', async () => {
    const { commentId, link } = await arrived()
    expect(DECIDE_WITHIN).toBe(72 * HOUR)
    site.ports.clock.advance(DECIDE_WITHIN)
    expect((await press(link('Approve'))).status).toBe(410)
    expect(await statusOf(commentId)).toBe('pending')
  })

  it('is refused when the author changed the text', async () => {
    const changed = await arrived()
    const found = await site.ports.commentStore.find(changed.commentId)
    const edit = {
      commentId: changed.commentId,
      version: found?.comment.version ?? 0,
      body: 'Something else.',
    }
    await must('edit', site.stet.comments.edit(changed.author, edit))
    expect((await press(changed.link('Approve'))).status).toBe(409)
    expect(await statusOf(changed.commentId)).toBe('pending')
  })

  it('is refused when a colleague was faster', async () => {
    const decided = await arrived()
    await aDecision(site.stet, { on: decided.commentId, move: 'reject' })
    expect((await press(decided.link('Approve'))).status).toBe(409)
    expect(await statusOf(decided.commentId)).toBe('rejected')
  })

  it('is refused to whoever is no moderator any more, and shows them nothing', async () => {
    const { commentId, link } = await arrived()
    const audit = { actor: mo, action: 'test', subject: 'test', detail: {} }
    await site.ports.accountStore.changeUser(mo.userId, { role: 'member' }, audit)
    expect((await press(link('Approve'))).status).toBe(403)
    expect(await statusOf(commentId)).toBe('pending')
    expect(
      await site.stet.mail.openDecision(new URL(link('Approve'), site.origin).searchParams.get('key') ?? ''),
    ).toEqual({
      state: 'not-allowed',
    })
  })
})
