import { createTransport } from 'nodemailer'
import type { MailSettings } from '../env-mail'
import { SECOND } from '../kernel/clock'
import type { Delivery, Letter, Mailer } from '../notifications/mailer'

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Controls, and the two line ends of Unicode: nothing of the kind reaches a header. */
const UNFIT = /[\p{Cc}\u2028\u2029]/u

const optionsOf = (smtpUrl: string) => {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const isHere = LOOPBACK.has(url.hostname)
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : auth ? 587 : 25),
    secure,
    auth,
    // A password goes over an encrypted line, or not at all. What stays on this machine has no certificate worth asking for.
    requireTLS: !secure && auth !== undefined && !isHere,
    tls: { rejectUnauthorized: !isHere },
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    dnsTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

interface SmtpTrouble {
  readonly code: string
  /** The command that was answered so. */
  readonly command: string
  readonly status: number
  readonly reply: string
}

const one = (error: object, name: string): unknown => (error as Readonly<Record<string, unknown>>)[name]

/** What went wrong, without anything that was sent: a reply or an error never holds the password. */
const troubleOf = (error: unknown): SmtpTrouble => {
  const facts = typeof error === 'object' && error !== null ? error : {}
  const response = one(facts, 'response')
  const code = String(one(facts, 'code') ?? 'ERROR')
  return {
    code,
    command: String(one(facts, 'command') ?? ''),
    status: Number(one(facts, 'responseCode') ?? 0),
    reply: (typeof response === 'string' ? response : code).replace(/\p{Cc}+/gu, ' ').slice(0, 300),
  }
}

/** Steps at which a server speaks of this one letter; before them it speaks of us or of itself. */
const ABOUT_THE_ADDRESS: ReadonlySet<string> = new Set(['RCPT TO', 'DATA'])

const deliveryOf = (error: unknown): Delivery => {
  const { status, command, reply } = troubleOf(error)
  return status >= 500 && ABOUT_THE_ADDRESS.has(command)
    ? { kind: 'refused', reply }
    : { kind: 'later', reply }
}

const assertOneLine = (values: readonly string[]): void => {
  if (values.some((value) => UNFIT.test(value))) throw new Error('A mail header would hold a line break.')
}

const listHeaders = ({ unsubscribe }: Letter): Record<string, string> =>
  unsubscribe === null
    ? {}
    : {
        'List-Unsubscribe': `<${unsubscribe}>`,
        // RFC 8058
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        Precedence: 'bulk',
      }

/** Mail by SMTP. Header values are checked here and folded by nodemailer; no address is ever read out of a text. */
export const smtpMailer = ({ smtpUrl, from }: MailSettings, origin: string): Mailer => {
  const transport = createTransport(optionsOf(smtpUrl))
  const { hostname } = new URL(origin)
  return {
    origin,
    send: async (letter) => {
      const { id, to, subject, text, html } = letter
      assertOneLine([id, to, subject, letter.unsubscribe ?? ''])
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          envelope: { from: from.address, to: [to] },
          messageId: `<${id}@${hostname}>`,
          subject,
          text,
          html,
          headers: {
            // RFC 3834; the second keeps out-of-office replies of Exchange away.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...listHeaders(letter),
          },
        })
        return { kind: 'sent' }
      } catch (error) {
        return deliveryOf(error)
      }
    },
  }
}

/** Whether the mail server answers and takes our name and password; null when it does, else what it said. */
export const smtpTrouble = async ({ smtpUrl }: Pick<MailSettings, 'smtpUrl'>): Promise<string | null> => {
  const options = optionsOf(smtpUrl)
  const transport = createTransport(options)
  try {
    await transport.verify()
    return null
  } catch (error) {
    const { reply } = troubleOf(error)
    return `The mail server ${options.host}:${options.port} does not take mail from us: ${reply}`
  } finally {
    transport.close()
  }
}
