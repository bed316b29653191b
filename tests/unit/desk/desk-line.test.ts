import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeskLine } from '../../../components/desk/desk-line'

const lines: FakeSource[] = []

class FakeSource {
  readonly #listeners = new Map<string, (event: { data: string }) => void>()
  constructor(readonly url: string) {
    lines.push(this)
  }
  addEventListener(name: string, listener: (event: { data: string }) => void): void {
    this.#listeners.set(name, listener)
  }
  say(name: string, data: unknown): void {
    this.#listeners.get(name)?.({ data: JSON.stringify(data) })
  }
  close(): void {}
}

/** What the server was sent, and how to let it answer. */
const sent: { readonly cards: string; readonly stream: string; answer(): void }[] = []

beforeEach(() => {
  sent.length = lines.length = 0
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('fetch', (_address: string, { body }: { body: URLSearchParams }) => {
    return new Promise<void>((answer) => {
      sent.push({ cards: body.get('cards') ?? '', stream: body.get('stream') ?? '', answer })
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const quiet = { onHello: () => {}, onHere: () => {}, onChanged: () => {}, onReset: () => {} }
const open = () => {
  const line = new DeskLine(quiet, 0)
  line.open()
  return {
    line,
    hello: (stream: string) => lines[0]?.say('hello', { stream, me: 'u', counts: {}, people: [] }),
  }
}
const cards = () => sent.map((one) => one.cards)

it('tells one hand after the other, and skips what is out of date by then', async () => {
  const { line, hello } = open()
  hello('s')
  line.hold(['a'])
  line.hold(['a', 'b'])
  line.hold(['b', 'c'])
  expect(cards()).toEqual(['a'])
  sent[0]?.answer()
  await vi.waitFor(() => expect(cards()).toEqual(['a', 'b,c']))
  sent[1]?.answer()
  await Promise.resolve()
  expect(cards()).toHaveLength(2)
})

it('says nothing before the line is open, and tells a line that opens anew what is in hand', async () => {
  const { line, hello } = open()
  line.hold(['a'])
  expect(cards()).toEqual([])
  hello('first')
  expect(sent).toMatchObject([{ cards: 'a', stream: 'first' }])
  sent[0]?.answer()
  await Promise.resolve()
  await vi.waitFor(() => {
    hello('second')
    expect(sent.at(-1)).toMatchObject({ cards: 'a', stream: 'second' })
  })
})

it('lets go at once when the window closes, whatever is on its way', () => {
  const { line, hello } = open()
  hello('s')
  line.hold(['a'])
  line.letGo()
  expect(cards()).toEqual(['a', ''])
})
