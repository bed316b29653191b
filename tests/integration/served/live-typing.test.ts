import { describe, expect, it } from 'vitest'
import { serveLive, site, piece, open, approved, streamOf } from './live-stage'

serveLive()

describe('saying that one types', () => {
  const send = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${site.origin}${piece.path}/typing`, {
      method: 'POST',
      body,
      headers: { origin: site.origin, 'content-type': 'application/json', ...headers },
    })

  it('is answered alike, whether the stream is there or not', async () => {
    const page = await open()
    for (const stream of [streamOf(page), site.ports.ids.random()]) {
      const answer = await send(JSON.stringify({ stream }))
      expect([answer.status, await answer.text()]).toEqual([204, ''])
    }
  })

  it.each(['{}', '[]', '{"stream":1}', '{"stream":"x"}', '{"stream":"x","more":1}', 'null', '{'])(
    'refuses %s',
    async (body) => {
      expect((await send(body)).status).toBe(422)
    },
  )

  it('refuses other sites', async () => {
    const stream = streamOf(await open())
    const answer = await send(JSON.stringify({ stream }), { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
  })
})

describe('polling', () => {
  it('brings the same news, kept by nobody', async () => {
    const poll = async (since = '') => {
      const answer = await site.get(`${piece.path}/live.json?since=${since}`)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      return (await answer.json()) as { last: string }
    }
    const first = await poll()
    expect(first).toEqual({
      last: expect.any(String),
      count: 0,
      active: 0,
      typing: 0,
      reset: false,
      events: [],
    })
    const id = await approved()
    expect(await poll(first.last)).toMatchObject({
      ...{ count: 1, reset: false },
      events: [{ event: 'appeared', data: { id, parentId: null, count: 1 } }],
    })
    expect(await poll('nonsense')).toMatchObject({ reset: true, events: [] })
  })
})
