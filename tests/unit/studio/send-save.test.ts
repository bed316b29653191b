import { afterEach, expect, test, vi } from 'vitest'
import { readPiece } from '@/components/studio/piece-values'
import { sendSave } from '@/components/studio/send-save'

const over = { version: 3, slugBefore: 'ropes' }
const typed = (text: string) => readPiece((field) => (field === 'text' ? text : ''))

const answering = (answer: () => Response) => {
  const fetched = vi.fn(async () => answer())
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

test('what is more than the server takes is refused before it is sent, and not taken for a lost connection', async () => {
  const fetched = answering(() => new Response(null, { status: 413 }))
  expect(await sendSave('a', typed('x'.repeat(5_000_000)), over)).toMatchObject({
    kind: 'refused',
    error: { code: 'too-large', fields: { text: expect.any(String) } },
  })
  expect(fetched).not.toHaveBeenCalled()
})

test('a server in front that takes less may say so in its own words', async () => {
  answering(() => new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 }))
  expect(await sendSave('a', typed('Hemp.'), over)).toMatchObject({
    kind: 'refused',
    error: { code: 'too-large' },
  })
})

test('too many at once and a failing server are asked again later', async () => {
  for (const status of [429, 500, 503]) {
    answering(() => new Response(null, { status }))
    expect(await sendSave('a', typed('Hemp.'), over)).toEqual({ kind: 'unreachable' })
  }
})
