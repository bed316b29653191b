import CachePolicy from 'http-cache-semantics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieName } from '../../../lib/auth/cookies'
import { printSessionToken } from '../../../lib/auth/session-token'
import type { SignedIn } from '../../../lib/kernel/actor'
import { Unavailable } from '../../../lib/kernel/unavailable'
import { somebodyHere, value } from '../../support/people'
import { IMPOSTORS, aPhoto, aPixelBomb } from '../../support/pictures'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

let site: ServedPipeline
let photo: Buffer
let writer: SignedIn
let editor: SignedIn
const cookies = new Map<string, string>()

beforeAll(async () => {
  site = await servePipeline()
  photo = await aPhoto()
  for (const role of ['member', 'writer', 'editor'] as const) {
    const actor = await somebodyHere(site.ports, role)
    if (role === 'writer') writer = actor
    if (role === 'editor') editor = actor
    const token = await printSessionToken(site.ports.secrets, actor.sessionId)
    cookies.set(role, `${cookieName('session', false)}=${token}`)
  }
})
afterAll(() => site.close())

const ask = (path: string, init: RequestInit = {}, as = 'writer'): Promise<Response> =>
  fetch(`${site.origin}${path}`, {
    redirect: 'manual',
    ...init,
    headers: {
      origin: site.origin,
      accept: 'application/json',
      ...(cookies.has(as) ? { cookie: cookies.get(as) ?? '' } : {}),
      ...init.headers,
    },
  })

const post = (bytes: Buffer | null, as?: string): Promise<Response> => {
  const body = new FormData()
  if (bytes) body.set('file', new Blob([new Uint8Array(bytes)]), 'C:\\photos\\ferry.png')
  else body.set('file', new Blob([]), '')
  return ask('/studio/media?upload=', { method: 'POST', body }, as)
}
const detail = async (answer: Response): Promise<string> =>
  String(((await answer.json()) as { detail?: unknown }).detail)

const begin = async (size: number, as?: string) => {
  const body = JSON.stringify({ fileName: 'ferry.jpg', size })
  return ask('/studio/media/uploads', { method: 'POST', body }, as)
}
const send = (id: string, offset: number, bytes: Buffer, as?: string) =>
  ask(
    `/studio/media/uploads/${id}`,
    { method: 'PATCH', body: new Uint8Array(bytes), headers: { 'upload-offset': String(offset) } },
    as,
  )
const nameIn = (answer: Response): string =>
  /added=(\w+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('a plain form', () => {
  it('adds a picture, which is then served in every size, to keep for good and to do nothing', async () => {
    const answer = await post(photo)
    expect(answer.status).toBe(303)
    const name = nameIn(answer)
    expect(site.ports.tables.media.get(name)).toMatchObject({ width: 600, fileName: 'ferry.png' })
    for (const file of [`${name}.jpg`, `${name}-320.avif`, `${name}-600.webp`, `${name}-600.jpg`]) {
      const { status, headers } = await ask(`/media/${file}`, {}, 'nobody')
      expect([status, headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, s-maxage=5, immutable',
      ])
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-type')).toMatch(/^image\/(?:avif|webp|jpeg)$/)
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('lets a cache that many share answer no longer than with a page, and a browser for a year', async () => {
    const file = `/media/${nameIn(await post(photo))}.jpg`
    const answer = await ask(file, {}, 'nobody')
    const asked = { url: file, method: 'GET', headers: {} }
    const given = { status: answer.status, headers: Object.fromEntries(answer.headers) }
    const seconds = (shared: boolean) => new CachePolicy(asked, given, { shared }).timeToLive() / 1_000
    expect(Math.round(seconds(true))).toBe(site.services.env.sharedCacheSeconds)
    expect(Math.round(seconds(false))).toBe(31_536_000)
    // It then asks whether it still is so, and is told in a few bytes.
    const held = { 'if-none-match': answer.headers.get('etag') ?? '' }
    expect((await ask(file, { headers: held }, 'nobody')).status).toBe(304)
  })

  it('adds the same picture once', async () => {
    const [one, other] = [await post(photo), await post(photo, 'editor')]
    expect(nameIn(one)).toBe(nameIn(other))
    expect(site.ports.tables.media.size).toBe(1)
  })

  it.each([
    ['nobody', 401],
    ['member', 403],
  ])('is refused to %s before a byte is kept', async (as, status) => {
    expect((await post(photo, as)).status).toBe(status)
    expect((await begin(10, as)).status).toBe(status)
  })

  it('leads whoever is signed out by now to the door, and back to the library', async () => {
    const headers = { accept: 'text/html', 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await ask('/studio/media?upload=', { method: 'POST', headers, body: '--x--' }, 'nobody')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?next=%2Fstudio%2Fmedia'])
  })

  it('is refused from another site', async () => {
    const answer = await ask('/studio/media?upload=', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
  })

  it('says in words what is wrong with a file, and keeps nothing of it', async () => {
    for (const bytes of Object.values(IMPOSTORS).filter(({ length }) => length > 0)) {
      const answer = await post(bytes)
      expect([answer.status, await detail(answer)]).toEqual([422, expect.stringContaining('not a picture')])
    }
    const bomb = await post(aPixelBomb())
    expect([bomb.status, await detail(bomb)]).toEqual([413, expect.stringContaining('100 million')])
    expect((await post(null)).status).toBe(422)
    expect(site.ports.tables.media.size).toBe(1)
  })

  it('says 507 when the disk is full', async () => {
    const { put } = site.ports.mediaFiles
    Object.assign(site.ports.mediaFiles, {
      put: async () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      },
    })
    const answer = await post(await aPhoto(40, 30))
    Object.assign(site.ports.mediaFiles, { put })
    expect([answer.status, await detail(answer)]).toEqual([507, expect.stringContaining('disk')])
  })
})

describe('a place of pictures that does not answer', () => {
  it('is said so, and nothing is taken for missing or added', async () => {
    const name = nameIn(await post(photo))
    const { put, open } = site.ports.mediaFiles
    const away = async (): Promise<never> => {
      throw new Unavailable('The store of pictures does not answer.')
    }
    Object.assign(site.ports.mediaFiles, { put: away, open: away })
    const [file, upload] = [await ask(`/media/${name}.jpg`), await post(await aPhoto(50, 40))]
    Object.assign(site.ports.mediaFiles, { put, open })
    expect([file.status, file.headers.get('retry-after')]).toEqual([503, '60'])
    expect(file.headers.get('cache-control')).not.toContain('immutable')
    expect([upload.status, await detail(upload)]).toEqual([503, expect.stringContaining('was not added')])
    expect(site.ports.tables.media.size).toBe(1)
    expect((await ask(`/media/${name}.jpg`)).status).toBe(200)
  })
})

describe('in parts', () => {
  it('goes on where it broke off, and ends with the picture', async () => {
    const bytes = await aPhoto(700, 500)
    const { id } = (await (await begin(bytes.length)).json()) as { id: string }
    const half = Math.floor(bytes.length / 2)
    expect(await (await send(id, 0, bytes.subarray(0, half))).json()).toMatchObject({ offset: half })
    // The answer was lost: the same part again.
    expect((await send(id, 0, bytes.subarray(0, half))).status).toBe(409)
    expect(await (await ask(`/studio/media/uploads/${id}`)).json()).toMatchObject({ offset: half })
    const done = await send(id, half, bytes.subarray(half))
    expect(done.status).toBe(201)
    expect(await done.json()).toMatchObject({ width: 500, height: 700, fileName: 'ferry.jpg', uses: [] })
    expect((await ask(`/studio/media/uploads/${id}`)).status).toBe(404)
  })

  it('is nobody else’s, and no larger than it said', async () => {
    const { id } = (await (await begin(10)).json()) as { id: string }
    expect((await send(id, 0, Buffer.alloc(5), 'editor')).status).toBe(404)
    expect((await send(id, 0, Buffer.alloc(11))).status).toBe(413)
    expect((await begin(41 * 1024 * 1024)).status).toBe(413)
    expect((await begin(-1)).status).toBe(422)
    expect((await ask(`/studio/media/uploads/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask('/studio/media/uploads/..%2f..%2fetc')).status).toBe(404)
  })
})

describe('a file of the library', () => {
  it('is sent in part, and not again to who has it', async () => {
    const name = nameIn(await post(photo))
    const part = await ask(`/media/${name}-320.jpg`, { headers: { range: 'bytes=0-9' } })
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '10'])
    expect(part.headers.get('content-range')).toMatch(/^bytes 0-9\/\d+$/)
    const beyond = await ask(`/media/${name}-320.jpg`, { headers: { range: 'bytes=999999999-' } })
    expect(beyond.status).toBe(416)
    const again = await ask(`/media/${name}-320.jpg`, { headers: { 'if-none-match': `"${name}-320.jpg"` } })
    expect(again.status).toBe(304)
    expect((await ask(`/media/${name}-320.jpg`, { method: 'HEAD' })).headers.get('content-length')).not.toBe(
      '0',
    )
  })

  it('is nothing else than a size of a picture that is there', async () => {
    const name = nameIn(await post(photo))
    for (const file of [
      ...[`${name}-321.jpg`, `${name}.png`, `${name}.svg`, `${'0'.repeat(26)}.jpg`, `${name}-320.jpg.html`],
      ...['..%2f..%2fstet.db', `${name}-1x1-50-50.jpg`, ''],
    ])
      expect([file, (await ask(`/media/${file}`)).status]).toEqual([file, 404])
  })

  it('is told to nobody while only a draft shows it', async () => {
    const name = nameIn(await post(photo))
    const { articleId } = value(await site.stet.articles.create(writer, {}))
    const input = { articleId, version: 1, title: 'Not yet', text: `![Canary](/media/${name}.jpg)` }
    value(await site.stet.articles.save(writer, { ...input, cover: `/media/${name}.jpg` }))
    for (const path of [
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/sitemap.xml',
      '/sitemaps/1.xml',
      '/llms.txt',
    ])
      expect([path, (await (await ask(path, {}, 'nobody')).text()).includes(name)]).toEqual([path, false])
    expect((await ask(`/pieces/${articleId}`, {}, 'nobody')).status).toBe(404)

    const removed = await site.stet.media.remove(editor, { name })
    expect(removed).toMatchObject({ ok: false, error: { code: 'conflict' } })
    value(await site.stet.articles.publish(editor, { articleId, version: 2 }))
    const led = await ask(`/pieces/${articleId}`, {}, 'nobody')
    expect([led.status, led.headers.get('location')]).toEqual([302, '/articles/not-yet'])
    expect(await (await ask('/feed.xml', {}, 'nobody')).text()).toContain(name)
  })
})
