import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface SunkMail {
  /** Envelope. */
  readonly from: string
  readonly to: readonly string[]
  /** Every byte as it came, one character a byte. */
  readonly raw: string
  /** Unfolded, by lower-case name, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** Both alternatives, decoded. */
  readonly text: string
  readonly html: string
}

export interface MailSink {
  readonly port: number
  readonly url: string
  readonly mails: readonly SunkMail[]
  /** How to answer from now on: an SMTP status at RCPT or at the end of DATA; null takes everything. */
  refuse(how: { readonly at: 'rcpt' | 'data'; readonly status: number } | null): void
  close(): Promise<void>
}

const splitHead = (part: string): readonly [string, string] => {
  const at = part.indexOf('\r\n\r\n')
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 4)]
}

const headersOf = (head: string): ReadonlyMap<string, readonly string[]> => {
  const headers = new Map<string, string[]>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), value])
  }
  return headers
}

const first = (headers: ReadonlyMap<string, readonly string[]>, name: string): string =>
  headers.get(name)?.[0] ?? ''

/** RFC 2045, 6.7 */
const decodeQp = (body: string): Buffer =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )

const decoded = (part: string): string => {
  const [head, body] = splitHead(part)
  const coding = first(headersOf(head), 'content-transfer-encoding').toLowerCase()
  if (coding === 'quoted-printable') return decodeQp(body).toString('utf8')
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return Buffer.from(body, 'latin1').toString('utf8')
}

const readMail = (raw: string): Omit<SunkMail, 'from' | 'to'> => {
  const [head, body] = splitHead(raw)
  const headers = headersOf(head)
  const boundary = /boundary="?([^";]+)"?/.exec(first(headers, 'content-type'))?.[1]
  const parts = boundary ? body.split(`--${boundary}`).map((part) => part.replace(/^\r\n/, '')) : [raw]
  const ofType = (type: string) =>
    parts.find((part) => first(headersOf(splitHead(part)[0]), 'content-type').startsWith(type))
  return { raw, headers, text: decoded(ofType('text/plain') ?? ''), html: decoded(ofType('text/html') ?? '') }
}

const smtpError = (status: number): Error =>
  Object.assign(new Error('The sink does not want it.'), { responseCode: status })

/** A real mail server on loopback that keeps what it gets and passes nothing on. */
export const mailSink = async ({ port = 0 }: { readonly port?: number } = {}): Promise<MailSink> => {
  const mails: SunkMail[] = []
  let refusal: { readonly at: 'rcpt' | 'data'; readonly status: number } | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    // Nobody has a password here.
    onAuth: (_auth, _session, done) => done(smtpError(535)),
    onRcptTo: (_address, _session, done) =>
      done(refusal?.at === 'rcpt' ? smtpError(refusal.status) : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusal?.at === 'data') return done(smtpError(refusal.status))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...readMail(Buffer.concat(chunks).toString('latin1')),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.server.address() as AddressInfo
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    refuse: (how) => {
      refusal = how
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
