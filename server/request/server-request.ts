import { ADDRESS_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from '../../lib/http/client-facts'
import type { RouteRequest } from '../../lib/http/route-request'
import type { Exchange } from '../exchange'
import { passedHeader } from './header-hygiene'

const UTF_8 = new TextDecoder()

/** A request as our own handlers see it: what they may learn of it, and nothing made that nobody asks for. */
export class ServerRequest implements RouteRequest {
  readonly headers = { get: (name: string): string | null => this.#header(name.toLowerCase()) }
  readonly #exchange: Exchange
  readonly #origin: string
  readonly #body: Uint8Array

  constructor(exchange: Exchange, origin: string, body: Uint8Array) {
    this.#exchange = exchange
    this.#origin = origin
    this.#body = body
  }

  get method(): string {
    return this.#exchange.method
  }

  get url(): string {
    const { path, search } = this.#exchange.target
    return `${this.#origin}${path}${search}`
  }

  async text(): Promise<string> {
    return UTF_8.decode(this.#body)
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.#body).buffer
  }

  #header(name: string): string | null {
    const { req, client, target } = this.#exchange
    if (name === ADDRESS_HEADER) return client.addressBlock
    if (name === REQUEST_ID_HEADER) return client.requestId
    if (name === PATH_HEADER) return target.path + target.search
    // The pipeline has let it through: whichever loopback name it came by, it is ours.
    if (name === 'origin') return req.headers.origin === undefined ? null : this.#origin
    return passedHeader(req.headers, name)
  }
}
