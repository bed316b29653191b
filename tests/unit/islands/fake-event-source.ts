import { vi } from 'vitest'

/** A stream whose server is the test. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static all: FakeEventSource[] = []

  readyState = FakeEventSource.OPEN

  constructor(readonly url: string) {
    super()
    FakeEventSource.all.push(this)
  }

  /** The one in use. */
  static get last(): FakeEventSource {
    const last = FakeEventSource.all.at(-1)
    if (!last) throw new Error('No stream was opened.')
    return last
  }

  say(name: string, data: unknown, id = ''): void {
    const event = new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) })
    Object.defineProperty(event, 'lastEventId', { value: id })
    this.dispatchEvent(event)
  }

  fail(readyState: number): void {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }
}

export const withStreams = (): void => {
  FakeEventSource.all = []
  vi.stubGlobal('EventSource', FakeEventSource)
}
