import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inProcessBus } from '../../../lib/adapters/in-process-bus'
import { smtpMailer, smtpTrouble } from '../../../lib/adapters/smtp-mailer'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import type { Letter } from '../../../lib/notifications/mailer'
import { UNDO_WINDOW } from '../../../lib/notifications/rhythm'
import { sendMails } from '../../../lib/notifications/send-mails'
import { drainOutbox } from '../../../lib/outbox/run-outbox'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { type MailSink, type SunkMail, mailSink } from '../../support/mail-sink'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

const FROM = { name: 'The Paper', address: 'paper@post.test' }
const MARK = 'ZUGZWANG-CANARY'

let sink: MailSink
let site: ServedPipeline
let path = ''
beforeAll(async () => {
  sink = await mailSink()
  site = await servePipeline({ mailer: (origin) => smtpMailer({ smtpUrl: sink.url, from: FROM }, origin) })
})
afterAll(async () => {
  await site.close()
  await sink.close()
})
beforeEach(async () => {
  sink.refuse(null)
  ;({ path } = await aPiece(site.stet, { title: 'Zwölf Brücken — & mehr' }))
})

const HTML = { accept: 'text/html,application/xhtml+xml' }
const log = { info: () => {}, warn: () => {}, error: () => {} }

/** Carries out and sends what is due now; the mails that arrived by it. */
const round = async (): Promise<readonly SunkMail[]> => {
  const before = sink.mails.length
  await drainOutbox({ ...site.ports, bus: inProcessBus(), log, once: site.stet.mail.carry })
  await sendMails({ ...site.ports, log })
  return sink.mails.slice(before)
}
const wait = (ms: number): void => site.ports.clock.advance(ms)

const postForm = async (fields: Record<string, string>, cookie = ''): Promise<string> => {
  const form = { name: '', email: '', website: '', anyway: '1', ...fields }
  const known = new Set(site.ports.tables.comments.keys())
  const response = await site.post(`${path}/comments`, form, { ...HTML, cookie })
  expect(response.status).toBe(303)
  const fresh = [...site.ports.tables.comments.keys()].find((id) => !known.has(id))
  if (fresh === undefined) throw new Error('Nothing was stored.')
  return fresh
}
const approve = (on: string) => aDecision(site.stet, { on, move: 'approve' })

const linkIn = (mail: SunkMail | undefined, begin: string): string => {
  const line = (mail?.text ?? '').split('\n').find((one) => one.startsWith(site.origin + begin))
  if (line === undefined) throw new Error(`No link to ${begin} in: ${mail?.text}`)
  return line.slice(site.origin.length).trim()
}
const header = (mail: SunkMail | undefined, name: string): string | undefined => mail?.headers.get(name)?.[0]

/** Somebody who confirmed, with an approved comment. */
const aListener = async (email: string): Promise<string> => {
  const commentId = await postForm({ body: `Tell me, ${site.ports.ids.random()}.`, email, tellReplies: '1' })
  const [question] = await round()
  expect((await site.post(linkIn(question, '/confirm'), {})).status).toBe(303)
  await approve(commentId)
  return commentId
}

const oneClick = (link: string, headers: Record<string, string> = {}, body = 'List-Unsubscribe=One-Click') =>
  fetch(site.origin + link, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

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
      expect((await site.ports.notificationStore.facts(email, site.ports.clock.now())).refused).toBe(true)
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
    ;({ path } = await aPiece(site.stet, { title }))
    await postForm({ body: 'Subject.', email: 'subject@post.test', tellReplies: '1' })
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

describe('a post without an origin', () => {
  let stop = ''
  let commentId = ''
  beforeAll(async () => {
    ;({ path } = await aPiece(site.stet))
    commentId = await aListener('click@post.test')
    await approve(await postForm({ body: 'A click.', parentId: commentId }))
    await round()
    wait(UNDO_WINDOW)
    const [mail] = await round()
    stop = linkIn(mail, '/unsubscribe')
  })
  const active = () => site.ports.notificationStore.countActive('click@post.test')

  it.each([
    ['with a cookie', { cookie: 'stet-guest=aaaaaaaaaaaaaaaaaaaaaa' }, 403],
    ['with a foreign origin', { origin: 'https://evil.example' }, 403],
    ['with the origin null', { origin: 'null' }, 403],
    ['by a browser from elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s is refused', async (_, headers, status) => {
    expect((await oneClick(stop, headers)).status).toBe(status)
    expect(await active()).toBe(1)
  })

  it('without a key, with a wrong one, or elsewhere is refused', async () => {
    const wrong = new URL(stop, site.origin)
    wrong.searchParams.set('key', 'x'.repeat(43))
    const twice = `${stop}&key=${'x'.repeat(43)}`
    const asked = (link: string) => oneClick(link).then(({ status }) => status)
    expect(await asked('/unsubscribe')).toBe(403)
    expect(await asked('/unsubscribe?key=')).toBe(404)
    expect(await asked(wrong.pathname + wrong.search)).toBe(404)
    expect(await asked(twice)).toBe(404)
    expect(await asked(stop.replace('/unsubscribe', '/unsubscribe/'))).toBe(403)
    expect(await asked(stop.replace('/unsubscribe', '/confirm'))).toBe(403)
    expect(await asked(`${path}/comments${new URL(stop, site.origin).search}`)).toBe(403)
    expect(await active()).toBe(1)
  })

  it('with another body, or by another method, stops nothing', async () => {
    expect((await oneClick(stop, {}, 'List-Unsubscribe=No')).status).toBe(422)
    expect((await oneClick(stop, {}, 'List-Unsubscribe=One-Click&more=1')).status).toBe(422)
    expect((await oneClick(stop, {}, '')).status).toBe(422)
    for (const method of ['PUT', 'DELETE']) {
      expect((await fetch(site.origin + stop, { method })).status).toBe(403)
    }
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(site.origin + stop, { method })).status).toBe(200)
    expect(await active()).toBe(1)
  })

  it('from our own page stops by its buttons, and comes back to it', async () => {
    const answer = await site.post(
      stop,
      { stop: 'this' },
      { ...HTML, cookie: 'stet-guest=aaaaaaaaaaaaaaaaaaaaaa' },
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, stop])
    expect(await active()).toBe(0)
  })

  it('of a digest stops everything to the address', async () => {
    const [a, b] = [await aListener('digest@post.test'), await aListener('digest@post.test')]
    for (const to of [a, b]) await approve(await postForm({ body: `Digest ${to}`, parentId: to }))
    await round()
    wait(UNDO_WINDOW)
    const [digest] = await round()
    const link = header(digest, 'list-unsubscribe')?.slice(1, -1).replace(site.origin, '') ?? ''
    expect((await oneClick(link)).status).toBe(200)
    expect(await site.ports.notificationStore.countActive('digest@post.test')).toBe(0)
  })
})

describe('the links of a mail', () => {
  it.each(['/confirm', '/unsubscribe', '/confirm?id=x&until=1&key=x', '/unsubscribe?id=x&key=x'])(
    '%s does not exist without its key',
    async (link) => {
      site.rendered.length = 0
      const answers = await Promise.all([site.get(link), site.post(link, { stop: 'this' })])
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
      expect(site.rendered.map((question) => question.path)).toEqual([
        '/internal/missing',
        '/internal/missing',
      ])
    },
  )
})

describe('the form', () => {
  it('says at the field that an address is needed, and keeps the boxes', async () => {
    const fields = { body: 'Tell me.', email: '', tellReplies: '1', anyway: '1' }
    const response = await site.post(`${path}/comments`, fields, { accept: 'application/json' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ fields: { email: expect.stringContaining('untick') } })
  })

  it('takes a comment with a word about mail that never was offered', async () => {
    const quiet = await servePipeline()
    const piece = await aPiece(quiet.stet)
    const fields = { body: 'Tell me.', tellReplies: '1', tellApproved: '' }
    expect((await quiet.post(`${piece.path}/comments`, fields)).status).toBe(303)
    expect(quiet.ports.tables.subscriptions.size).toBe(0)
    await quiet.close()
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
