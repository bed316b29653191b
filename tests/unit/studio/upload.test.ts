import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { upload } from '../../../components/studio/media/upload'

const PART = 1024 * 1024
const file = (bytes: number): File => new File([new Uint8Array(bytes)], 'ropes.jpg', { type: 'image/jpeg' })
const answer = (status: number, body: object): Response => new Response(JSON.stringify(body), { status })

/** A server that takes parts: what was asked of it, and a hook for what happens meanwhile. */
const server = (size: number, meanwhile: (offset: number) => void = () => {}) => {
  const asked: string[] = []
  let offset = 0
  const take = async (_: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', signal } = init
    asked.push(method)
    if (signal?.aborted) throw new DOMException('Stopped', 'AbortError')
    if (method === 'POST') return answer(201, { id: 'u1', offset })
    if (method !== 'PATCH') return answer(200, { id: 'u1', offset })
    meanwhile(offset)
    if (signal?.aborted) throw new DOMException('Stopped', 'AbortError')
    offset = Math.min(size, offset + PART)
    return offset === size ? answer(201, { name: 'ropes' }) : answer(200, { id: 'u1', offset })
  }
  vi.stubGlobal('fetch', vi.fn(take))
  return asked
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a file goes up in parts, and with the last one it is a picture of the library', async () => {
  const asked = server(2.5 * PART)
  const shares: number[] = []
  const done = await upload(file(2.5 * PART), (share) => shares.push(share))
  expect(done).toEqual({ ok: true, picture: { name: 'ropes' } })
  expect(asked).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH'])
  expect(shares).toEqual([0.4, 0.8, 1])
})

test('stopped while parts are to come, it is given up on the server, and said to be', async () => {
  const stop = new AbortController()
  const asked = server(3 * PART, (offset) => offset === PART && stop.abort())
  const done = await upload(file(3 * PART), () => {}, stop.signal)
  expect(done).toEqual({ ok: false, message: 'Stopped: it was not added.' })
  expect(asked).toEqual(['POST', 'PATCH', 'PATCH', 'DELETE'])
})

test('stopped while its last part is under way, it is added all the same: nothing is deleted behind the server’s back', async () => {
  const stop = new AbortController()
  const asked = server(2 * PART, (offset) => offset === PART && stop.abort())
  const done = await upload(file(2 * PART), () => {}, stop.signal)
  expect(done).toEqual({ ok: true, picture: { name: 'ropes' } })
  expect(asked).toEqual(['POST', 'PATCH', 'PATCH'])
})

test('stopped between two tries of the last part, it is not sent once more', async () => {
  const stop = new AbortController()
  const asked = server(PART, () => {
    stop.abort()
    throw new TypeError('The line is down')
  })
  const sent = upload(file(PART), () => {}, stop.signal)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await sent).toEqual({ ok: false, message: 'Stopped: it was not added.' })
  expect(asked).toEqual(['POST', 'PATCH', 'GET', 'DELETE'])
})
