import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smtpMailer, smtpTrouble } from '../../../lib/adapters/smtp-mailer'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import type { Letter } from '../../../lib/notifications/mailer'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { mailSink } from '../../support/mail-sink'
import {
  serveMail,
  sink,
  site,
  path,
  HTML,
  round,
  wait,
  postForm,
  approve,
  linkIn,
  header,
  aListener,
  oneClick,
  FROM,
} from './mail-stage'

serveMail()

const MARK = 'ZUGZWANG-CANARY'

describe('from a comment to a reply, by mail', () => {
  it('asks once, tells the approval and the reply, and is silent after one click', async () => {
    const commentId = await postForm({
      ...{ body: `${MARK} waits.`, name: MARK, email: 'rita@post.test' },
      ...{ tellApproved: '1', tellReplies: '1' },
    })
    const [question, ...more] = await round()
    expect(more).toEqual([])
    expect(question).toMatchObject({ from: FROM.address, to: ['rita@post.test'] })
    expect(JSON.stringify([question?.raw, question?.text, question?.html])).not.toContain(MARK)
    expect(header(question, 'list-unsubscribe')).toBeUndefined()
    expect(linkIn(question, `/comments/${commentId}/status`)).toMatch(/key=[\w-]{43}$/)

    const confirm = linkIn(question, '/confirm')
    expect((await site.get(confirm)).status).toBe(200)
    await approve(commentId)
    await round()
    wait(UNDO_WINDOW)
    // Looking at the page has confirmed nothing.
    expect(await round()).toEqual([])
    const confirmed = await site.post(confirm, {}, HTML)
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, confirm])
    expect(confirmed.headers.get('referrer-policy')).toBe('same-origin')

    const [approved, ...others] = await round()
    expect(others).toEqual([])
    expect(approved?.text).toContain('Your comment was approved.')
    expect(linkIn(approved, '/comments/')).toBe(`/comments/${commentId}`)
    expect((await site.get(linkIn(approved, '/comments/'))).status).toBe(302)

    wait(2 * HOUR)
    const replyId = await postForm({ body: 'I was there.', name: 'Ada', parentId: commentId })
    await round()
    wait(DAY)
    expect(await round()).toEqual([])
    await approve(replyId)
    await round()
    wait(UNDO_WINDOW)
    const [reply] = await round()
    expect(reply?.text).toContain('Ada replied to your comment.')
    expect(reply?.text).toContain('> I was there.')

    const stop = linkIn(reply, '/unsubscribe')
    expect((await site.get(stop)).status).toBe(200)
    expect(header(reply, 'list-unsubscribe')).toBe(`<${site.origin}${stop}>`)
    const clicked = await oneClick(stop)
    expect([clicked.status, await clicked.text()]).toEqual([200, 'These mails are stopped.\n'])
    await approve(await postForm({ body: 'Me too.', parentId: commentId }))
    await round()
    wait(DAY)
    expect(await round()).toEqual([])
  })

  it('puts nothing into any mail that readers do not see', async () => {
    const parent = await aListener('listener@post.test')
    const fields = {
      body: `${MARK} body`,
      name: MARK,
      parentId: parent,
      email: 'mark@post.test',
      tellReplies: '1',
    }
    const held = await postForm(fields)
    const rejected = await postForm({ ...fields, body: `${MARK} rejected` })
    await aDecision(site.stet, { on: rejected, move: 'reject' })
    const undone = await postForm({ ...fields, body: `${MARK} undone` })
    await approve(undone)
    await round()
    await aDecision(site.stet, { on: undone, move: 'hold' })
    await round()
    wait(UNDO_WINDOW)
    await round()
    await aDecision(site.stet, { on: held, move: 'spam' })
    for (let n = 0; n < 30; n += 1) {
      wait(12 * HOUR)
      await round()
    }
    const everything = sink.mails.map(({ raw, text, html }) => raw + text + html).join('\n')
    expect(everything).not.toContain(MARK)
    expect(everything).not.toContain(Buffer.from(MARK).toString('base64').slice(0, 16))
    for (const id of [rejected]) expect(everything).not.toContain(`${site.origin}/comments/${id}\n`)
  })
})

describe('a mail', () => {
  it('has two forms, and the headers that programs go by', async () => {
    const parent = await aListener('headers@post.test')
    await approve(await postForm({ body: 'Ja.', name: 'Åse', parentId: parent }))
    await round()
    wait(UNDO_WINDOW)
    const [mail] = await round()
    expect(header(mail, 'content-type')).toMatch(/^multipart\/alternative/)
    expect(header(mail, 'from')).toBe('The Paper <paper@post.test>')
    expect(header(mail, 'to')).toBe('headers@post.test')
    expect(header(mail, 'auto-submitted')).toBe('auto-generated')
    expect(header(mail, 'precedence')).toBe('bulk')
    expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header(mail, 'message-id')).toMatch(/^<[\w-]{43}@localhost>$/)
    expect(
      mail?.raw
        .split('\r\n\r\n', 1)[0]
        ?.split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true)
    expect(mail?.text).toContain('Zwölf Brücken — & mehr')
    expect(mail?.html).toContain('Zwölf Brücken — &amp; mehr')
    expect(mail?.html).toContain('Åse replied')
    // Nothing to load, nothing that tells us it was opened.
    expect(mail?.html).not.toMatch(/<(?:img|link|script|iframe)|url\(/i)
  })

  it('is the same one when it is tried again after 4xx', async () => {
    const parent = await aListener('later@post.test')
    await approve(await postForm({ body: 'Once.', parentId: parent }))
    await round()
    wait(UNDO_WINDOW)
    for (const at of ['rcpt', 'data'] as const) {
      sink.refuse({ at, status: 451 })
      expect(await round()).toEqual([])
      wait(HOUR)
    }
    sink.refuse(null)
    const [mail, ...more] = await round()
    expect(more).toEqual([])
    const [notice] = [...site.ports.tables.mailLog.values()].slice(-1)
    expect(header(mail, 'message-id')).toBe(`<${notice?.id}@localhost>`)
    wait(DAY)
    expect(await round()).toEqual([])
  })

  it.each(['rcpt', 'data'] as const)(
    'that is refused with 5xx at %s is the last to that address',
    async (at) => {
      const email = `gone-${at}@post.test`
      const parent = await aListener(email)
      await approve(await postForm({ body: `One, ${at}.`, parentId: parent }))
      await round()
      wait(UNDO_WINDOW)
      sink.refuse({ at, status: 550 })
      expect(await round()).toEqual([])
      sink.refuse(null)
      await approve(await postForm({ body: `Two, ${at}.`, parentId: parent }))
      await round()
      wait(2 * DAY)
      expect(await round()).toEqual([])
      expect((await site.ports.mailLog.facts(email, site.ports.clock.now())).refused).toBe(true)
    },
  )

  const hostile = readFileSync(join(import.meta.dirname, '../../testdata/hostile/mail-headers.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // The list writes what cannot stand in a line of a file as escapes.
    .flatMap((line) => [
      line,
      line
        .replace(/\\r|%0d/gi, '\r')
        .replace(/\\n|%0a/gi, '\n')
        .replace(/\\u0000/g, '\u0000'),
    ])

  it('goes to nobody else, whatever is typed as an address', async () => {
    expect(hostile.length).toBeGreaterThan(20)
    const before = sink.mails.length
    for (const email of new Set(hostile)) {
      const body = `Hostile ${JSON.stringify(email)}`
      const response = await site.post(`${path}/comments`, { body, email, anyway: '1', tellReplies: '1' })
      expect([303, 422]).toContain(response.status)
      await round()
    }
    const mails = sink.mails.slice(before)
    expect(mails.length).toBeGreaterThan(0)
    for (const mail of mails) {
      expect(mail.to).toHaveLength(1)
      expect(mail.to[0]).not.toMatch(/evil|localhost|\[|victim/)
      expect(mail.headers.has('bcc')).toBe(false)
      expect(mail.headers.get('to')).toHaveLength(1)
      expect(mail.headers.get('subject')).toHaveLength(1)
    }
  })

  it('has a subject of one line, whatever the title', async () => {
    const title = `Line\r\nBcc: x@evil.test\u2028\u0085 ${'very '.repeat(30)}long \u{1F9F5}`
    const piece = await aPiece(site.stet, { title })
    const fields = { body: 'Subject.', email: 'subject@post.test', tellReplies: '1' }
    await postForm(fields, '', piece.path)
    const [mail] = await round()
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.headers.get('subject')).toHaveLength(1)
    expect(mail?.to).toEqual(['subject@post.test'])
  })

  it('is not written at all when a header would hold a line break', async () => {
    const mailer = smtpMailer({ smtpUrl: sink.url, from: FROM }, site.origin)
    const letter: Letter = {
      ...{ id: 'id', to: 'a@post.test', subject: 'S', text: 't', html: 'h', unsubscribe: null },
    }
    const before = sink.mails.length
    for (const broken of [
      { to: 'a@post.test\r\nBcc: b@post.test' },
      { subject: 'S\nBcc: b@post.test' },
      { id: 'id\r\nX: y' },
      { unsubscribe: 'https://x.test/\r\nBcc: b@post.test' },
      { subject: 'S\u2028x' },
    ])
      await expect(mailer.send({ ...letter, ...broken })).rejects.toThrow('line break')
    expect(sink.mails).toHaveLength(before)
    expect(await mailer.send(letter)).toEqual({ kind: 'sent' })
  })
})

describe('the mail server', () => {
  it('is asked whether it is there, and what is wrong is said without the password', async () => {
    expect(await smtpTrouble({ smtpUrl: sink.url })).toBeNull()
    const trouble = await smtpTrouble({ smtpUrl: `smtp://me:p%40ssw0rd@127.0.0.1:${sink.port}` })
    expect(trouble).toContain(`127.0.0.1:${sink.port}`)
    expect(trouble).not.toMatch(/p@ssw0rd|p%40ss/)
    const closed = await mailSink()
    await closed.close()
    expect(await smtpTrouble({ smtpUrl: closed.url })).toContain('does not take mail from us')
  })

  it('that is away, or wants another password, gets every mail later', async () => {
    const closed = await mailSink()
    await closed.close()
    const letter: Letter = {
      ...{ id: 'id', to: 'a@post.test', subject: 'S', text: 't', html: 'h', unsubscribe: null },
    }
    const send = (smtpUrl: string) => smtpMailer({ smtpUrl, from: FROM }, site.origin).send(letter)
    expect(await send(closed.url)).toMatchObject({ kind: 'later' })
    expect(await send(`smtp://me:wrong@127.0.0.1:${sink.port}`)).toMatchObject({ kind: 'later' })
  })
})
