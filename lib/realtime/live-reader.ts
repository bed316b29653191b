/** One open stream, as the room sees it: what it is told goes out in order, or the stream ends. */
export interface LiveReader {
  /** Random and known to this reader alone: whoever says it speaks for the stream. */
  readonly id: string
  /** It ended: nothing more is told to it. */
  readonly gone: boolean
  send(bytes: Uint8Array): void
  /** Ends it at once; the reader may come back. */
  close(): void
}
