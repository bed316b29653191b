/**
 * Everything an open page is ever told, by event: ids and counts of what readers can see, nothing else. `count` is
 * the number of visible comments of the piece.
 */
export interface LiveFacts {
  /** First on every stream. `stream` is its secret, for `POST …/typing`; `typing` is how many others type. */
  hello: {
    readonly stream: string
    readonly count: number
    readonly active: number
    readonly typing: number
  }
  /** A comment came into sight, with everything below it that stands. */
  appeared: { readonly id: string; readonly parentId: string | null; readonly count: number }
  /** A comment went out of sight, with everything below it; or its text did, and a stub holds what is below it. */
  vanished: { readonly id: string; readonly count: number }
  /** What readers see of it is another text or mark. */
  changed: { readonly id: string }
  recommended: { readonly id: string; readonly recommends: number }
  /** Streams open on this piece. */
  active: { readonly active: number }
  typing: { readonly typing: number }
  /** What was missed cannot be told any more: fetch the thread again. */
  reset: Readonly<Record<string, never>>
}

export type LiveEventName = keyof LiveFacts
export type LiveEvent = {
  readonly [E in LiveEventName]: { readonly event: E; readonly data: LiveFacts[E] }
}[LiveEventName]

/** What is kept for those who come back: it changes what the thread shows. */
export type Replayable = Extract<LiveEvent, { event: 'appeared' | 'vanished' | 'changed' | 'recommended' }>

/**
 * An event as it goes over the wire: text/event-stream (WHATWG HTML, 9.2.6). JSON holds no line break, so that one
 * `data` line is enough.
 *
 * @param id what a reader who comes back says it has seen
 */
export const wireBytes = (event: string, data: unknown, id?: string): Buffer =>
  Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/** Made once for all streams. */
export const eventBytes = ({ event, data }: LiveEvent, id?: string): Buffer => wireBytes(event, data, id)

/** A comment line: keeps proxies from closing a silent stream. */
export const PING: Buffer = Buffer.from(': ping\n\n')
