import { describe, expect, it } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { serveFromPress, site, piece, raw } from './press-stage'

serveFromPress()

describe('somebody who has the page', () => {
  const tagOf = async (coding = 'br'): Promise<string> =>
    (await raw(piece.path, `Accept-Encoding: ${coding}`)).headers.etag ?? ''

  it('is told that it is still so', async () => {
    const tag = await tagOf()
    for (const held of [tag, `W/${tag}`, `"x", ${tag}`, `"x" ,W/${tag}`, '*']) {
      const answer = await raw(piece.path, 'Accept-Encoding: br', `If-None-Match: ${held}`)
      expect(answer).toMatchObject({ status: 304, headers: { etag: tag, vary: 'Accept-Encoding' } })
      expect(answer.body).toHaveLength(0)
      expect(answer.headers).not.toHaveProperty('content-length')
      expect(answer.headers).not.toHaveProperty('content-encoding')
      expect((await raw(piece.path, 'HEAD', 'Accept-Encoding: br', `If-None-Match: ${held}`)).status).toBe(
        304,
      )
    }
    for (const held of ['"x"', tag.replaceAll('"', ''), await tagOf('gzip')]) {
      expect((await raw(piece.path, 'Accept-Encoding: br', `If-None-Match: ${held}`)).status).toBe(200)
    }
  })

  it('is given it again once it is another', async () => {
    const tag = await tagOf()
    await aComment(site.stet, { under: piece.slug, then: 'approve' })
    const answer = await raw(piece.path, 'Accept-Encoding: br', `If-None-Match: ${tag}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.etag).not.toBe(tag)
  })

  it('can insist on it', async () => {
    const tag = await tagOf()
    expect((await raw(piece.path, 'Accept-Encoding: br', `If-Match: ${tag}`)).status).toBe(200)
    expect((await raw(piece.path, 'Accept-Encoding: br', 'If-Match: *')).status).toBe(200)
    for (const wanted of [`W/${tag}`, '"x"']) {
      const answer = await raw(piece.path, 'Accept-Encoding: br', `If-Match: ${wanted}`)
      expect(answer).toMatchObject({ status: 412 })
      expect(answer.body).toHaveLength(0)
    }
  })

  it('can go on where a transfer broke off', async () => {
    const whole = await raw(piece.path, 'Accept-Encoding: gzip')
    const { etag = '' } = whole.headers
    const rest = await raw(piece.path, 'Accept-Encoding: gzip', 'Range: bytes=100-', `If-Range: ${etag}`)
    expect(rest).toMatchObject({
      status: 206,
      headers: {
        'content-range': `bytes 100-${whole.body.length - 1}/${whole.body.length}`,
        'content-length': String(whole.body.length - 100),
        'content-encoding': 'gzip',
        etag,
      },
    })
    expect(Buffer.concat([whole.body.subarray(0, 100), rest.body])).toEqual(whole.body)
    const last = await raw(piece.path, 'Accept-Encoding: gzip', 'Range: bytes=-7')
    expect(last.body).toEqual(whole.body.subarray(-7))
  })

  it('gets the whole where a part makes no sense, and a plain word where there is none', async () => {
    const whole = await raw(piece.path)
    for (const lines of [
      ['Range: bytes=0-1,5-6'],
      ['Range: pages=1-2'],
      ['Range: bytes=5-2'],
      ['Range: bytes=0-5', 'If-Range: "other"'],
      ['Range: bytes=0-5', `If-Range: W/${whole.headers.etag}`],
      ['Range: bytes=0-5', 'If-Range: Wed, 12 Feb 2025 12:00:00 GMT'],
    ]) {
      const answer = await raw(piece.path, ...lines)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(whole.body)
    }
    const beyond = await raw(piece.path, 'Range: bytes=9999999-')
    expect(beyond).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${whole.body.length}` },
    })
    expect(beyond.body).toHaveLength(0)
    const head = await raw(piece.path, 'HEAD', 'Range: bytes=0-5')
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(whole.body.length) } })
  })
})
