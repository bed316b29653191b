import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readBody } from '../../../lib/http/read-body'

const post = (body: BodyInit, type?: string): Request =>
  new Request('http://localhost/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} })

const json = (text: string) => readBody(post(text, 'application/json'))
const form = (text: string) => readBody(post(text, 'application/x-www-form-urlencoded'))

const refused = { ok: false, error: { code: 'invalid' } }

describe('the body of a request', () => {
  it('is an object, by form, multipart form or JSON', async () => {
    const expected = { ok: true, value: { body: 'Hé & hó', name: '' } }
    expect(await form('body=H%C3%A9+%26+h%C3%B3&name=')).toEqual(expected)
    expect(await json('{"body":"Hé & hó","name":""}')).toEqual(expected)
    const multipart = new FormData()
    multipart.append('body', 'Hé & hó')
    multipart.append('name', '')
    expect(await readBody(post(multipart))).toEqual(expected)
  })

  it('leaves out what Next adds to the forms of its actions', async () => {
    expect(await form('%24ACTION_REF_1=&%24ACTION_1%3A0=x&1_%24ACTION_KEY=k&body=a')).toEqual({
      ok: true,
      value: { body: 'a' },
    })
  })

  it.each(['[]', '"text"', 'null', '1', '', '{', '{"a":1'])('refuses JSON %j', async (text) => {
    expect(await json(text)).toMatchObject(refused)
  })

  it('refuses a field sent twice, a file, and any other kind of body', async () => {
    expect(await form('body=a&body=b')).toMatchObject(refused)
    const file = new FormData()
    file.append('body', new Blob(['x']), 'x.txt')
    expect(await readBody(post(file))).toMatchObject(refused)
    expect(await readBody(post('a', 'text/plain'))).toMatchObject(refused)
    expect(await readBody(post('--', 'multipart/form-data'))).toMatchObject(refused)
    expect(await readBody(post('--x', 'multipart/form-data; boundary=y'))).toMatchObject(refused)
  })

  it('neither follows nor hides a prototype', async () => {
    const strict = z.strictObject({ body: z.string() })
    for (const text of [
      '{"body":"a","__proto__":{"admin":true}}',
      '{"body":"a","constructor":{"prototype":{}}}',
    ]) {
      const read = await json(text)
      expect(read.ok && strict.safeParse(read.value).success).toBe(false)
    }
    const read = await form('body=a&__proto__=x')
    expect(read.ok && strict.safeParse(read.value).success).toBe(false)
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('survives JSON as deep as the limit allows', async () => {
    const deep = await json(`{"body":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)
    expect(deep.ok).toBe(true)
    const strict = z.strictObject({ body: z.string() })
    expect(deep.ok && strict.safeParse(deep.value).success).toBe(false)
  })
})
