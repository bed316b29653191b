import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../lib/kernel/clock'
import { aPiece } from '../../support/builders/a-piece'
import { theOwner } from '../../support/builders/the-owner'
import { servePipeline } from '../../support/serve-pipeline'
import { serveFromPress, site, piece, howOf, how, raw } from './press-stage'

serveFromPress()

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
