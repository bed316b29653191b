import { z } from 'zod'

/** How mail is sent. */
export interface MailSettings {
  /** smtp:// or smtps://, perhaps with a password: never printed. */
  readonly smtpUrl: string
  /** Whom mails are from; `name` may be empty. */
  readonly from: { readonly name: string; readonly address: string }
}

// The value may hold a password: none of these sentences repeats it.
const SMTP_HELP =
  'SMTP_URL must be the address of a mail server, for example smtp://127.0.0.1:25 or smtps://user:password@smtp.example.org:465, without a path. Write special characters of the password as %40 and the like.'
const MAIL_FROM_HELP =
  'MAIL_FROM must be an address, alone or behind a name: news@example.org or "The News <news@example.org>".'

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Where mail is handed in. */
export const smtpUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url !== null &&
    /^smtps?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    !url.search &&
    !url.hash &&
    (url.username === '') === (url.password === '') &&
    isDecodable(url.username + url.password)
  )
}, SMTP_HELP)

/** One address as mail headers know it, without quotes, comments or anything they could misread. */
const MAIL_FROM = /^(?:(?<name>[^<>"\p{Cc}]{1,100}?) *<(?<inner>[^<>]+)>|(?<bare>[^<>]+))$/u
const PLAIN_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/

/** Whom mails are from. */
export const mailFrom = z.string().transform((text, ctx) => {
  const { name = '', inner, bare } = MAIL_FROM.exec(text)?.groups ?? {}
  const address = inner ?? bare ?? ''
  if (PLAIN_ADDRESS.test(address)) return { name: name.trim(), address }
  ctx.addIssue({ code: 'custom', message: MAIL_FROM_HELP })
  return z.NEVER
})
