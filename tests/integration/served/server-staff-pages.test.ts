import { describe, expect, it } from 'vitest'
import { speakHttp } from '../../support/speak-http'
import { serveAnswers, HOSTILE, site } from './answers-stage'

serveAnswers()

describe('a staff page', () => {
  it('has a policy with a nonce of its own, the one Next was told', async () => {
    const nonces = await Promise.all(
      [0, 1].map(async () => {
        const response = await site.get('/desk', { accept: 'text/html' })
        const csp = response.headers.get('content-security-policy') ?? ''
        expect(csp).toContain("frame-ancestors 'none'")
        expect(csp).not.toContain('unsafe')
        expect(response.headers.get('cache-control')).toBe('private, no-store')
        expect(await response.text()).toContain('__next_f')
        return /'nonce-([\w+/=]+)'/.exec(csp)?.[1]
      }),
    )
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    const told = site.questions.map(({ headers }) => headers['content-security-policy'])
    expect(told.map((csp) => /'nonce-([\w+/=]+)'/.exec(csp ?? '')?.[1]).sort()).toEqual([...nonces].sort())
  })

  it('where a piece is written has no script of the framework, and no nonce it could use', async () => {
    const response = await site.get(`/studio/${'0'.repeat(26)}`, { accept: 'text/html' })
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("script-src 'self';")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toMatch(/nonce|unsafe|strict-dynamic/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const page = await response.text()
    expect(page).toContain('<h1>')
    expect(page).not.toContain('__next_f')
    // Its other pages, and what Next's own client asks of it, are as everywhere.
    for (const path of ['/studio/calendar', `/studio/${'0'.repeat(26)}/details`])
      expect(await (await site.get(path, { accept: 'text/html' })).text()).toContain('__next_f')
  })

  it('passes on what Next’s own client needs, and nothing that Next must not believe', async () => {
    for (const [name, value] of HOSTILE) {
      if (/^upgrade$/i.test(name)) continue
      await site.get('/studio/x', { [name]: value })
    }
    const passed = new Set(site.questions.flatMap(({ headers }) => Object.keys(headers)))
    for (const name of ['rsc', 'next-router-prefetch', 'next-action', 'next-url'])
      expect(passed).toContain(name)
    for (const name of passed) expect(name).not.toMatch(/^x-(?!stet-)|^next-resume|^forwarded/)
  })

  it('tells Next the public address, whatever Host and loopback name it came by', async () => {
    const body = 'x=1'
    const heard = await speakHttp(
      site.port,
      'POST /desk HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: evil.test\r\nX-Forwarded-Proto: https\r\n' +
        `Origin: http://127.0.0.1:${site.port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    )
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
    const { headers = {}, body: sent } = site.questions[0] ?? {}
    expect(headers).toMatchObject({ host: new URL(site.origin).host, origin: site.origin })
    expect(headers).not.toHaveProperty('x-forwarded-host')
    expect(sent?.toString()).toBe(body)
  })

  it('keeps Next’s status, redirects and cookies, and drops how it talks to itself', async () => {
    site.sayNext(() => ({
      status: 303,
      headers: {
        location: '/desk?done=1',
        'set-cookie': 'a=b; Path=/',
        'x-nextjs-cache': 'HIT',
        link: '</x>; rel=preload',
      },
    }))
    const response = await site.post('/desk', { x: '1' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/desk?done=1')
    expect(response.headers.getSetCookie()).toEqual(['a=b; Path=/'])
    expect(response.headers.has('link')).toBe(false)
    expect(response.headers.has('x-nextjs-cache')).toBe(false)
  })

  it('shows our own pages where Next’s need scripts', async () => {
    site.sayNext(() => ({ status: 404, headers: { 'x-nextjs-prerender': '1' }, body: '<html>Next' }))
    const missing = await site.get('/desk/nothing', { accept: 'text/html' })
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('There is nothing at this address')
    const api = await site.get('/api/v1/nothing')
    expect(api.status).toBe(404)
    expect(api.headers.get('content-type')).toBe('application/problem+json')
    site.sayNext(() => ({ status: 500, body: '<html id="__next_error__">' }))
    const broken = await site.get('/desk', { accept: 'text/html' })
    expect(broken.status).toBe(500)
    expect(await broken.text()).toContain('Something went wrong')
  })

  it.each([503, 507])(
    'passes on a page of ours that says %i in words: it holds what was typed',
    async (status) => {
      site.sayNext(() => ({ status, body: '<p>The disk is full. <textarea>My long piece</textarea>' }))
      const answer = await site.post('/studio', {}, { accept: 'text/html' })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain('My long piece')
    },
  )
})
