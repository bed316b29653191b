import type { Socket } from 'node:net'
import type { LiveReader } from '../../lib/realtime/live-reader'

/** A reader who does not take what they are sent is cut (bytes waiting in our memory); they may come back. */
const SLOW = 64 * 1024

/**
 * One open stream. Holds its socket and nothing of the request: thousands are open at once. What is written is the
 * same buffer for all of them, past the response object, which would copy it into chunks.
 */
export class LiveStream implements LiveReader {
  readonly id: string
  readonly #socket: Socket

  constructor(id: string, socket: Socket) {
    this.id = id
    this.#socket = socket
  }

  get gone(): boolean {
    return this.#socket.destroyed
  }

  send(bytes: Uint8Array): void {
    if (this.#socket.destroyed) return
    this.#socket.write(bytes)
    if (this.#socket.writableLength > SLOW) this.#socket.destroy()
  }

  close(): void {
    this.#socket.destroy()
  }
}
