import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { inProcessBus } from '../../../lib/adapters/in-process-bus'
import { smtpMailer } from '../../../lib/adapters/smtp-mailer'
import { sendMails } from '../../../lib/notifications/send-mails'
import { drainOutbox } from '../../../lib/outbox/run-outbox'
import { aDecision } from '../../support/builders/a-decision'
import { aPiece } from '../../support/builders/a-piece'
import { type MailSink, type SunkMail, mailSink } from '../../support/mail-sink'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

export const FROM = { name: 'The Paper', address: 'paper@post.test' }

/** A mail server that keeps what it is given. */
export let sink: MailSink
export let site: ServedPipeline
/** A piece of each test’s own. */
export let path = ''

export const HTML = { accept: 'text/html,application/xhtml+xml' }

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** Carries out and sends what is due now; the mails that arrived by it. */
export const round = async (): Promise<readonly SunkMail[]> => {
  const before = sink.mails.length
  await drainOutbox({ ...site.ports, bus: inProcessBus(), log, once: site.stet.mail.carry })
  await sendMails({ ...site.ports, log })
  return sink.mails.slice(before)
}

export const wait = (ms: number): void => site.ports.clock.advance(ms)

/** Posts a comment by the form of a piece, the present one unless told otherwise; its id. */
export const postForm = async (
  fields: Record<string, string>,
  cookie = '',
  under = path,
): Promise<string> => {
  const form = { name: '', email: '', website: '', anyway: '1', ...fields }
  const known = new Set(site.ports.tables.comments.keys())
  const response = await site.post(`${under}/comments`, form, { ...HTML, cookie })
  expect(response.status).toBe(303)
  const fresh = [...site.ports.tables.comments.keys()].find((id) => !known.has(id))
  if (fresh === undefined) throw new Error('Nothing was stored.')
  return fresh
}

export const approve = (on: string) => aDecision(site.stet, { on, move: 'approve' })

export const linkIn = (mail: SunkMail | undefined, begin: string): string => {
  const line = (mail?.text ?? '').split('\n').find((one) => one.startsWith(site.origin + begin))
  if (line === undefined) throw new Error(`No link to ${begin} in: ${mail?.text}`)
  return line.slice(site.origin.length).trim()
}

export const header = (mail: SunkMail | undefined, name: string): string | undefined =>
  mail?.headers.get(name)?.[0]

/** Somebody who confirmed, with an approved comment. */
export const aListener = async (email: string, under = path): Promise<string> => {
  const body = `Tell me, ${site.ports.ids.random()}.`
  const commentId = await postForm({ body, email, tellReplies: '1' }, '', under)
  const [question] = await round()
  expect((await site.post(linkIn(question, '/confirm'), {})).status).toBe(303)
  await approve(commentId)
  return commentId
}

export const oneClick = (
  link: string,
  headers: Record<string, string> = {},
  body = 'List-Unsubscribe=One-Click',
) =>
  fetch(site.origin + link, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

/** One site with a mail server for the tests of a file. */
export const serveMail = (): void => {
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
}
