import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientFacts } from '../../../lib/http/client-facts'
import { readBody } from '../../../lib/http/read-body'
import { parseTarget } from '../../../server/request/parse-target'
import { ServerRequest } from '../../../server/request/server-request'

const ORIGIN = 'https://margin.example'

const aRequest = (headers: Record<string, string>, body: string | Buffer = ''): ServerRequest => {
  const target = parseTarget('/articles/caf%C3%A9/comments?after=1')
  if (typeof target === 'string') throw new Error(target)
  return new ServerRequest(
    {
      req: { headers } as unknown as IncomingMessage,
      res: {} as ServerResponse,
      method: 'POST',
      target,
      client: { addressBlock: '198.51.100.7', userAgent: 'a browser', requestId: 'r1' },
    },
    ORIGIN,
    Buffer.from(body),
  )
}

describe('a request as our own handlers see it', () => {
  it('names its address as the visitor asked for it', () => {
    expect(aRequest({})).toMatchObject({
      method: 'POST',
      url: `${ORIGIN}/articles/caf%C3%A9/comments?after=1`,
    })
  })

  it('hands on what is on the list, and nothing else', () => {
    const { headers } = aRequest({
      accept: 'text/html',
      cookie: 'a=b',
      host: 'evil.test',
      'next-action': 'x',
    })
    expect(headers.get('Accept')).toBe('text/html')
    expect(headers.get('cookie')).toBe('a=b')
    for (const name of ['host', 'next-action', 'x-forwarded-for', 'constructor', '__proto__']) {
      expect(headers.get(name)).toBeNull()
    }
  })

  it('takes nobody’s word for what the server found out itself', () => {
    const { headers } = aRequest({
      'x-stet-address': '203.0.113.1',
      'x-stet-request-id': 'mine',
      'x-stet-path': '/desk',
      'user-agent': 'a browser',
    })
    expect(clientFacts(headers)).toEqual({
      addressBlock: '198.51.100.7',
      requestId: 'r1',
      userAgent: 'a browser',
    })
    expect(headers.get('x-stet-path')).toBe('/articles/caf%C3%A9/comments?after=1')
    expect(headers.get('x-stet-page-state')).toBeNull()
  })

  it('says of the origin only what the pipeline has settled', () => {
    expect(aRequest({ origin: 'http://127.0.0.1:3000' }).headers.get('origin')).toBe(ORIGIN)
    expect(aRequest({}).headers.get('origin')).toBeNull()
  })

  it('reads its body as the platform does: no byte order mark, no broken letters', async () => {
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from('{"a":"é"}'),
      Buffer.from([10]),
    ])
    expect(await aRequest({}, marked).text()).toBe('{"a":"é"}\n')
    expect(await aRequest({}, Buffer.from([0x61, 0xff])).text()).toBe('a\ufffd')
    expect(await readBody(aRequest({ 'content-type': 'application/json' }, marked))).toEqual({
      ok: true,
      value: { a: 'é' },
    })
  })

  it('reads multipart forms too', async () => {
    const type = 'multipart/form-data; boundary=b'
    const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\né\r\n--b--\r\n'
    expect(await readBody(aRequest({ 'content-type': type }, body))).toEqual({ ok: true, value: { a: 'é' } })
  })
})
