import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../lib/kernel/clock'
import { aComment } from '../../support/builders/a-comment'
import { aDecision } from '../../support/builders/a-decision'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'
import { speakHttp } from '../../support/speak-http'

let site: ServedPipeline
let piece: Piece
beforeAll(async () => {
  site = await servePipeline({ env: { pressBytes: 8 * 1024 * 1024 } })
})
afterAll(() => site.close())
beforeEach(async () => {
  piece = await aPiece(site.stet)
  await aComment(site.stet, { under: piece.slug, then: 'approve' })
  site.rendered.length = 0
  site.reports.length = 0
})

const howOf = (response: Response): string =>
  /desc=(\w+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? ''
const how = async (path: string, headers?: Record<string, string>): Promise<string> => {
  const response = await site.get(path, headers)
  expect(response.status).toBe(200)
  await response.arrayBuffer()
  return howOf(response)
}
/** The answer as bytes: nothing decompressed, nothing left out. */
const raw = async (path: string, ...lines: readonly string[]) => {
  const [method = 'GET', ...headers] = lines[0]?.includes(':') ? ['GET', ...lines] : lines
  const heard = await speakHttp(
    site.port,
    [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'),
  )
  const end = heard.indexOf('\r\n\r\n')
  const [status = '', ...given] = heard.slice(0, end).split('\r\n')
  const named = given.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ])
  return {
    status: Number(status.split(' ')[1]),
    headers: Object.fromEntries(named) as Record<string, string>,
    body: Buffer.from(heard.slice(end + 4), 'latin1'),
  }
}

describe('a public page', () => {
  it('is made once, for everybody, whoever they are', async () => {
    expect(await how(piece.path)).toBe('miss')
    expect(await how(piece.path)).toBe('hit')
    expect(
      await how(piece.path, { cookie: 'stet-session=somebody; stet-guest=x', 'user-agent': 'other' }),
    ).toBe('hit')
    expect(await how(piece.path, { rsc: '1', 'next-router-prefetch': '1', authorization: 'Bearer x' })).toBe(
      'hit',
    )
    expect(site.rendered).toEqual([{ path: piece.path }])
  })

  it('is made once for those who come at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => how(piece.path)))
    expect(site.rendered).toHaveLength(1)
  })

  it('says the same kept as new, in every coding and to HEAD', async () => {
    for (const coding of ['br', 'gzip', 'identity']) {
      site.services.press.stale(['site'])
      const first = await raw(piece.path, `Accept-Encoding: ${coding}`)
      const again = await raw(piece.path, `Accept-Encoding: ${coding}`)
      const head = await raw(piece.path, 'HEAD', `Accept-Encoding: ${coding}`)
      expect(again.body).toEqual(first.body)
      const steady = ({ headers }: typeof first) =>
        Object.entries(headers)
          .filter(([name]) => !['date', 'server-timing', 'x-request-id'].includes(name))
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
      expect(steady(again)).toEqual(steady(first))
      expect(steady(head)).toEqual(steady(first))
      expect(head.body).toHaveLength(0)
      expect(first.headers.vary).toBe('Accept-Encoding')
      expect(Number(first.headers['content-length'])).toBe(first.body.length)
    }
    const plain = (await raw(piece.path)).body
    expect(brotliDecompressSync((await raw(piece.path, 'Accept-Encoding: br')).body)).toEqual(plain)
    expect(gunzipSync((await raw(piece.path, 'Accept-Encoding: gzip')).body)).toEqual(plain)
  })

  it('may be held by a cache that many share for the seconds that are set, and by no browser', async () => {
    const page = await site.get(piece.path)
    expect(page.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5, must-revalidate')
    for (const path of [`${piece.path}/thread`, '/nothing/here']) {
      const live = await site.get(path)
      expect(live.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    }
    const careful = await servePipeline({ env: { sharedCacheSeconds: 0 } })
    const front = await careful.get('/')
    expect(front.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    await careful.close()
  })

  it('has one address, whatever else stands in the query', async () => {
    await how(piece.path)
    const { size } = site.services.press
    for (const query of [
      '?utm_source=x',
      '?sort=newest',
      '?sort=loudest',
      '?_rsc=1',
      '?a[]=1&%00',
      '?',
      '?SORT=oldest',
    ]) {
      expect(await how(`${piece.path}${query}`)).toBe('hit')
    }
    // Understood once: the second time no handler is asked.
    expect(site.services.press.at(`${piece.path}?utm_source=x`)).toBe(site.services.press.find(piece.path))
    expect(site.services.press.size).toBe(size)
    expect(await how(`${piece.path}?sort=oldest&x=1`)).toBe('miss')
    expect(await how(`${piece.path}?sort=oldest`)).toBe('hit')
    expect(await how(`${piece.path}?y=1&sort=oldest&sort=discussed`)).toBe('hit')
    expect(site.services.press.size).toBe(size + 1)
    expect(await how('/?utm_source=x')).toBe('miss')
    expect(await how('/?sort=oldest')).toBe('hit')
    expect(await how('/feed.xml?x')).toBe('miss')
    expect(await how('/feed.xml')).toBe('hit')
  })

  it('has one spelling', async () => {
    const named = await aPiece(site.stet, { title: 'مد' })
    expect(named.path).toBe('/articles/%D9%85%D8%AF')
    expect(await how(named.path)).toBe('miss')
    expect(await how('/articles/%d9%85%d8%af')).toBe('hit')
    expect(await how('/%61rticles/%D9%85%D8%AF')).toBe('hit')
    expect((await site.get(`${named.path}/`)).status).toBe(301)
  })

  it('answers no method but GET and HEAD', async () => {
    await how(piece.path)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const { status } = await raw(piece.path, method, `Origin: ${site.origin}`, 'Content-Length: 0')
      expect(status).toBe(405)
    }
  })

  it('is kept for what it is alone: not for redirects, nor for what is not there', async () => {
    const { size } = site.services.press
    const { articleId, version } = await aPiece(site.stet, { title: 'Withdrawn' })
    const owner = await theOwner(site.stet)
    await site.stet.articles.changeStatus(owner, { articleId, version, move: 'unpublish' })
    for (const path of ['/articles/nothing', '/articles/withdrawn', `${piece.path}?branch=${articleId}`]) {
      expect((await site.get(path)).status).toBeGreaterThanOrEqual(404)
    }
    // The words for both, and for places of this piece that are made up, without an address.
    expect(site.services.press.size).toBeLessThanOrEqual(size + 3)
    site.rendered.length = 0
    const madeUp = [`${piece.path}?branch=${piece.articleId}`, `${piece.path}?after=nowhere`]
    for (const path of ['/articles/nothing-either', ...madeUp]) {
      expect((await site.get(path)).status).toBe(404)
    }
    expect(site.rendered).toEqual([])
  })

  it('cannot be asked for by the name of what is kept without an address', async () => {
    await site.get('/articles/nothing')
    for (const target of ['missing', '/missing', 'gone', '*']) {
      expect([400, 404]).toContain((await raw(target)).status)
    }
  })

  it('is not kept when it could not be made', async () => {
    site.renderWith(() => Promise.reject(new Error('no')))
    expect((await site.get(piece.path)).status).toBe(500)
    site.renderWith(null)
    expect(await how(piece.path)).toBe('miss')
  })
})

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

describe('a change', () => {
  it('is on the page before its writer is answered, without the outbox', async () => {
    expect(await how(piece.path)).toBe('miss')
    const { commentId } = await aComment(site.stet, {
      under: piece.slug,
      body: 'Read me at once.',
      then: 'approve',
    })
    expect(await (await site.get(piece.path)).text()).toContain('Read me at once.')
    await how('/')
    await how(`${piece.path}/thread`)
    await aDecision(site.stet, { on: commentId, move: 'reject' })
    for (const path of [piece.path, `${piece.path}/thread`]) {
      expect(await (await site.get(path)).text()).not.toContain('Read me at once.')
    }
    expect(await how('/')).toBe('miss')
  })

  it('that readers do not see makes nothing anew: nobody learns of it', async () => {
    const paths = ['/', '/feed.xml', piece.path, `${piece.path}/thread`]
    await site.drain()
    for (const path of paths) await how(path)
    const { commentId } = await aComment(site.stet, { under: piece.slug })
    await aDecision(site.stet, { on: commentId, move: 'reject' })
    await aDecision(site.stet, { on: commentId, move: 'spam' })
    await site.drain()
    for (const path of paths) expect(await how(path)).toBe('hit')
  })

  it('of one thread leaves the others alone', async () => {
    const other = await aPiece(site.stet, { title: 'Another' })
    for (const path of [piece.path, other.path, `${other.path}/thread`]) await how(path)
    await aComment(site.stet, { under: piece.slug, then: 'approve' })
    expect(await how(piece.path)).toBe('miss')
    expect(await how(other.path)).toBe('hit')
    expect(await how(`${other.path}/thread`)).toBe('hit')
  })

  it('made by a command beside the server comes by the outbox', async () => {
    await how(piece.path)
    // Through the stores, past the ears of this process.
    const { threadReader } = site.ports
    const now = site.ports.clock.now()
    const [root] = await threadReader.roots(piece.articleId, now, { sort: 'newest', after: null, limit: 1 })
    site.ports.tables.queue([
      {
        key: 'beside',
        effect: {
          kind: 'comment.changed',
          commentId: root?.id ?? '',
          articleId: piece.articleId,
          sight: 'changed',
        },
      },
    ])
    expect(await how(piece.path)).toBe('hit')
    await site.drain()
    expect(await how(piece.path)).toBe('miss')
  })
})

describe('the clock', () => {
  const change = (set: Record<string, number>): void => {
    const { articles } = site.ports.tables
    const article = articles.get(piece.articleId)
    if (article) articles.set(piece.articleId, { ...article, ...set })
  }

  it('brings a piece when its time has come', async () => {
    const { clock } = site.ports
    const later = await aPiece(site.stet, { title: 'Later today' })
    const { articles } = site.ports.tables
    const article = articles.get(later.articleId)
    if (article) articles.set(later.articleId, { ...article, publishedAt: clock.now() + MINUTE })
    for (const path of ['/', '/feed.xml', piece.path]) await how(path)
    clock.advance(MINUTE - 1)
    for (const path of ['/', '/feed.xml', piece.path]) {
      const kept = await site.get(path)
      expect(howOf(kept)).toBe('hit')
      expect(await kept.text()).not.toContain('Later today')
    }
    clock.advance(1)
    for (const path of ['/', '/feed.xml']) {
      expect(await (await site.get(path)).text()).toContain('Later today')
    }
  })

  it('closes a thread when its time has come', async () => {
    const { clock } = site.ports
    change({ commentsCloseAt: clock.now() + MINUTE })
    expect(await (await site.get(piece.path)).text()).toContain('<form class="comment-form"')
    await how(`${piece.path}/thread`)
    clock.advance(MINUTE - 1)
    expect(await how(piece.path)).toBe('hit')
    clock.advance(1)
    expect(await (await site.get(piece.path)).text()).not.toContain('<form class="comment-form"')
    expect(await how(`${piece.path}/thread`)).toBe('miss')
  })

  it('has what is said about waiting said anew each day', async () => {
    const { clock } = site.ports
    clock.set(Math.ceil(clock.now() / (24 * HOUR)) * 24 * HOUR - SECOND)
    await how(piece.path)
    expect(await how(piece.path)).toBe('hit')
    clock.advance(SECOND)
    expect(await how(piece.path)).toBe('miss')
  })
})

describe('trouble', () => {
  it('leaves readers what there is', async () => {
    await how(piece.path)
    await how('/')
    const { articleReader, pieceIndex } = site.ports
    const away = async (): Promise<never> => {
      throw new Error('The database is away.')
    }
    const names = ['meaningOf', 'commentable', 'read', 'latest', 'nextChange'] as const
    Object.assign(articleReader, Object.fromEntries(names.map((name) => [name, away])))
    Object.assign(pieceIndex, { cards: away })
    try {
      expect(await how(piece.path)).toBe('hit')
      site.ports.clock.advance(11 * MINUTE)
      for (const path of [piece.path, '/', `${piece.path}?utm_source=x`]) {
        const old = await site.get(path)
        expect(old.status).toBe(200)
        expect(howOf(old)).toBe('old')
        expect(old.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
      }
      site.ports.clock.advance(10 * MINUTE)
      expect((await site.get(piece.path)).status).toBe(500)
    } finally {
      for (const name of names) Reflect.deleteProperty(articleReader, name)
      Reflect.deleteProperty(pieceIndex, 'cards')
    }
    expect(await how(piece.path)).toBe('miss')
  })
})

describe('without the press', () => {
  it('everything is as it is with it, and nothing is kept', async () => {
    const plain = await servePipeline()
    const own = await aPiece(plain.stet)
    for (const path of ['/', own.path, `${own.path}/thread`, '/feed.xml']) {
      for (let i = 0; i < 2; i += 1) {
        const response = await plain.get(path)
        expect(response.status).toBe(200)
        expect(howOf(response)).toBe('off')
        expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/)
        await response.arrayBuffer()
      }
    }
    expect(plain.services.press.size).toBe(0)
    await plain.close()
  })
})
