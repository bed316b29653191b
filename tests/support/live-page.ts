import { type ClientRequest, type IncomingMessage, request } from 'node:http'

/** One event as it came over the wire. */
export interface HeardEvent {
  readonly id: string | null
  readonly event: string
  readonly data: Record<string, unknown>
}

/** An open page: one stream, and every byte of it. */
export interface LivePage {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** Everything received, in order. */
  bytes(): string
  events(): readonly HeardEvent[]
  /** The first event, past or future, that the test accepts. Rejects when the stream ends without it. */
  next(accepts: (event: HeardEvent) => boolean): Promise<HeardEvent>
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>
  /** Stops reading without leaving. */
  stall(): void
  leave(): void
}

/** text/event-stream, WHATWG HTML 9.2.6, as far as we send it. */
export const parseEvents = (text: string): HeardEvent[] =>
  text.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf(': ')
        return [line.slice(0, at), line.slice(at + 2)] as const
      }),
    )
    const [event, data] = [fields.get('event'), fields.get('data')]
    if (event === undefined || data === undefined) return []
    return [{ id: fields.get('id') ?? null, event, data: JSON.parse(data) as Record<string, unknown> }]
  })

/** Opens a stream and resolves with the first bytes of the answer, whatever its status. */
export const openLivePage = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<LivePage> =>
  new Promise((resolve, reject) => {
    const asked: ClientRequest = request(url, {
      headers: { accept: 'text/event-stream', ...headers },
      agent: false,
    })
    asked.once('error', reject)
    asked.once('response', (answer) => {
      asked.off('error', reject).on('error', () => {})
      resolve(follow(asked, answer))
    })
    asked.end()
  })

const follow = (asked: ClientRequest, answer: IncomingMessage): LivePage => {
  let text = ''
  let over = false
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const check of [...waiting]) check()
  }
  const ended = new Promise<void>((resolve) => {
    answer.once('close', () => {
      over = true
      resolve()
      look()
    })
  })
  answer.on('error', () => {})
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    look()
  })
  const events = (): HeardEvent[] => parseEvents(text.slice(0, text.lastIndexOf('\n\n') + 2))
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes: () => text,
    events,
    next: (accepts) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = events().find(accepts)
          if (!found && !over) return
          waiting.delete(check)
          if (found) resolve(found)
          else reject(new Error(`The stream ended without it:\n${text}`))
        }
        waiting.add(check)
        check()
      }),
    ended,
    stall: () => void answer.pause(),
    leave: () => void asked.destroy(),
  }
}
