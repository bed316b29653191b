import type { Stet } from '../../lib/compose'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { theOwner } from '../support/builders/the-owner'
import { expect, test } from '../support/fixtures'
import { speakHttp } from '../support/speak-http'

test.use({ serverFor: 'file' })

const JSON_FORM = { accept: 'application/json', 'content-type': 'application/json' }

interface Answer {
  readonly status: number
  readonly text: string
  readonly cookies: readonly string[]
}

/** What a program sends; `origin: null` leaves the header out. */
const send = async (
  url: string,
  path: string,
  body: BodyInit,
  { origin = url, ...headers }: Record<string, string | null> = {},
): Promise<Answer> => {
  const sent = new Headers()
  for (const [name, value] of Object.entries({ origin, ...headers }))
    if (value !== null) sent.set(name, value)
  const response = await fetch(url + path, { method: 'POST', redirect: 'manual', headers: sent, body })
  return { status: response.status, text: await response.text(), cookies: response.headers.getSetCookie() }
}

const sendJson = (url: string, path: string, value: unknown, headers: Record<string, string | null> = {}) =>
  send(url, path, typeof value === 'string' ? value : JSON.stringify(value), { ...JSON_FORM, ...headers })

const idOf = ({ text }: Answer): string => /"commentId":"(\w+)"/.exec(text)?.[1] ?? ''

/** How many comments wait. */
const waiting = async (stet: Stet): Promise<number> => (await stet.ports.queueReader.counts()).waiting

/** A server that is still there and well. */
const stands = async (url: string): Promise<void> => {
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
}

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test('bodies that no form sends are refused, and nothing is stored', async ({ server, stet }) => {
  const { url } = server
  const before = await waiting(stet)
  const { slug, path } = await aPiece(stet)
  const comments = `${path}/comments`
  const shown = await aComment(stet, { under: slug, body: 'Seen by all.', then: 'approve' })
  const body = 'Words enough.'
  const wrong: unknown[] = [
    ...['null', '5', '"x"', '["body"]', '{"body":', '', deep(20_000), `{"body":${deep(15_000)}}`],
    ...[{}, { body: null }, { body: 5 }, { body: ['a'] }, { body: { not: 'x' } }, { body, name: 5 }],
    ...[
      { body, parentId: { not: 'x' } },
      { body, parentId: { contains: '' } },
      { body, parentId: [] },
    ],
    ...[
      { body, parentId: null },
      { body, parentId: 'x' },
      { body, parentId: `${shown.commentId}0` },
    ],
    ...[
      { body, parentId: "' OR 1=1 --" },
      { body, parentId: stet.ports.ids.random() },
    ],
    ...[
      { body, key: { not: 'x' } },
      { body, key: 'short' },
      { body, key: `${'k'.repeat(20)}\n` },
    ],
    ...[
      { body, status: 'approved' },
      { body, slug: 'other' },
      { body, OR: [{}] },
      { body, select: {} },
    ],
    ...[{ where: { email: { contains: '' } } }, { body, guestId: 'x' }, { body, userId: 'x' }],
    ...['{"body":"x","__proto__":{"status":"approved"}}', { body, constructor: { prototype: { a: 1 } } }],
    ...[{ body: ' \n\t ' }, { body: '\u0000' }, { body: '\u200b\u2060' }, { body: 'x'.repeat(10_001) }],
    ...[
      { body, name: 'x'.repeat(81) },
      { body, name: 'Olive Owner' },
      { body, name: 'Оlive 0wner' },
    ],
    ...[
      { body, email: 'none' },
      { body, email: 'a@b.c\r\nBcc: d@e.f' },
    ],
  ]
  for (const value of wrong) {
    const { status } = await sendJson(url, comments, value)
    expect.soft([409, 422], `${JSON.stringify(value).slice(0, 60)} → ${status}`).toContain(status)
  }

  const form = 'application/x-www-form-urlencoded'
  const file = '--b\r\nContent-Disposition: form-data; name="body"; filename="a"\r\n\r\nx\r\n--b--\r\n'
  const parts = 'multipart/form-data; boundary=b'
  const forms: [type: string, body: string | Uint8Array<ArrayBuffer>][] = [
    [form, 'body=a&body=b'],
    [form, 'body[not]=a'],
    [form, 'body=a&__proto__=b'],
    [form, 'body=a&approved=1'],
    [form, 'body=%00'],
    [parts, file],
    [parts, file.slice(0, 60)],
    ['multipart/form-data', 'x'],
    ['text/plain', '{"body":"x"}'],
    ['application/json', new Uint8Array([0xff, 0xfe, 0xc0, 0x80])],
  ]
  for (const [type, value] of forms) {
    const answer = await send(url, comments, value, { accept: 'application/json', 'content-type': type })
    expect.soft(answer.status, `${type} ${String(value).slice(0, 40)}`).toBe(422)
  }
  for (const address of [comments, `${path}/mine`, '/login', '/desk', '/api/auth/callback/credentials']) {
    const { status } = await send(url, address, 'x'.repeat(10_000_000), { 'content-type': form })
    expect.soft(status, `10 MB to ${address}`).toBe(413)
  }
  expect(await waiting(stet)).toBe(before)
  await stands(url)
})

test('a post from another site does nothing', async ({ server, stet }) => {
  const { url } = server
  const before = await waiting(stet)
  const { path } = await aPiece(stet)
  const origins: Record<string, string | null>[] = [
    ...[
      { origin: null },
      { origin: 'null' },
      { origin: 'http://evil.example' },
      { origin: `${url}.evil.example` },
    ],
    ...[{ origin: url.replace('http', 'https') }, { origin: 'http://localhost:1' }, { origin: '' }],
    ...[
      { origin: null, 'sec-fetch-site': 'cross-site' },
      { origin: null, 'sec-fetch-site': 'none' },
    ],
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of origins) {
    for (const address of [
      `${path}/comments`,
      `${path}/mine`,
      '/login',
      '/setup',
      '/desk',
      '/api/auth/signout',
    ]) {
      const { status } = await sendJson(url, address, { body: 'From elsewhere.' }, headers)
      expect.soft(status, `${address} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  expect(await waiting(stet)).toBe(before)
})

test('the same comment fifty times at once is one, with and without a key', async ({ server, stet }) => {
  const { path } = await aPiece(stet)
  const before = await waiting(stet)
  for (const key of [{}, { key: 'a-key-of-the-form-0' }]) {
    const input = { body: `Said once. ${JSON.stringify(key)}`, ...key }
    const copies = Array.from({ length: 50 }, () => sendJson(server.url, `${path}/comments`, input))
    const answers = await Promise.all(copies)
    expect(new Set(answers.map(idOf)).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
    expect(answers.filter(({ cookies }) => cookies.length > 0)).toHaveLength(1)
  }
  expect(await waiting(stet)).toBe(before + 2)
})

test('somebody else’s comment, a hidden parent and a forged cookie open nothing', async ({
  server,
  stet,
}) => {
  const { url } = server
  const { slug, path } = await aPiece(stet)
  const unseen = await aComment(stet, { under: slug, body: 'Not for you.' })
  const stranger = await aComment(stet, { under: slug, body: 'A stranger, with a key of their own.' })
  const unknown = stet.ports.ids.random()
  const guest = `stet-guest=${stranger.guestSecret ?? ''}`

  const reply = (parentId: string) =>
    sendJson(url, `${path}/comments`, { parentId, body: 'An answer.' }, { cookie: guest })
  expect(await reply(unseen.commentId)).toEqual(await reply(unknown))

  const change = async (commentId: string, intent: string, cookie: string) => {
    const edit = intent === 'edit' ? { body: 'Taken over.' } : {}
    return sendJson(url, `${path}/mine`, { intent, commentId, version: 1, ...edit }, { cookie })
  }
  const forged = [
    '',
    'stet-guest=',
    `stet-guest=${'A'.repeat(22)}`,
    'stet-guest=\u00ff',
    'stet-session=a.b.c.d.e',
  ]
  for (const cookie of [
    ...forged,
    guest,
    `stet-session=${Buffer.from('{"alg":"none"}').toString('base64url')}..a.b.c`,
  ]) {
    for (const intent of ['edit', 'withdraw']) {
      const refused = await change(unseen.commentId, intent, cookie)
      expect.soft(refused.status, `${intent} ${cookie}`).toBe(404)
      expect.soft(refused).toEqual(await change(unknown, intent, cookie))
    }
    const mine = await fetch(`${url}${path}/mine.json`, { headers: { cookie } })
    expect(await mine.text()).not.toContain('Not for you')
    const account = await fetch(`${url}/account`, { headers: { cookie }, redirect: 'manual' })
    expect(account.status).toBe(307)
  }

  for (const odd of [
    '%00',
    '%ff',
    'x',
    '0'.repeat(26),
    '1-1',
    `zzzzzzzzz-${'0'.repeat(26)}`,
    '%F0%9F%96%8D',
    '..%2f..',
  ]) {
    for (const address of [
      `${path}?after=${odd}`,
      `${path}/respond?to=${odd}`,
      `/comments/${odd}`,
      `/articles/${odd}`,
    ]) {
      const { status } = await fetch(url + address, { redirect: 'manual' })
      expect.soft([200, 404], `${address} → ${status}`).toContain(status)
    }
  }
  await stands(url)
})

test('an address that leads away leads nowhere', async ({ server, stet }) => {
  const { url } = server
  const owner = { email: 'owner@pencil.example', password: 'the blue end and the red one' }
  await theOwner(stet)
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ]) {
    const csrf = await fetch(`${url}/api/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const cookie = csrf.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ')
    const fields = new URLSearchParams({ csrfToken, callbackUrl: next, ...owner })
    const signedIn = await fetch(`${url}/api/auth/callback/credentials`, {
      ...{ method: 'POST', redirect: 'manual', headers: { cookie, origin: url }, body: fields },
    })
    expect.soft(signedIn.headers.get('location'), next).toBe(`${url}/`)
    expect((await fetch(`${url}/login?next=${encodeURIComponent(next)}`)).status).toBe(200)
  }
  const port = Number(new URL(url).port)
  const split = await speakHttp(
    port,
    'GET /articles/x/?after=%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  )
  expect(split).not.toMatch(/^set-cookie/im)
})

test('no text keeps the server from answering others', async ({ server, stet }) => {
  const { url } = server
  const { path } = await aPiece(stet)
  const busy = ['http://a.b/', "http://a.b/'", '[http://a.b/', 'a@', '\u0301', '\ufdfa', '\u200d ']
  for (const part of busy) {
    const body = part.repeat(Math.floor(60_000 / Buffer.byteLength(part)))
    const started = performance.now()
    const [{ status }] = await Promise.all([sendJson(url, `${path}/comments`, { body }), stands(url)])
    expect.soft(status, part).toBe(422)
    // Six seconds before links were looked for run by run; a tenth of that on a quiet machine is still a lot.
    expect.soft(performance.now() - started, part).toBeLessThan(4_000)
  }
})
