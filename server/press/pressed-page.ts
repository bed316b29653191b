import type { Weighed } from '../../lib/press/kept-pages'
import { type Encoding, negotiateEncoding } from '../../lib/press/negotiate-encoding'
import { type FinishedPage, isCompressible } from '../../lib/press/finished-page'
import { type Coded, encode } from '../answer/coded'

/** Headers of one coding, by the size they take (bytes). */
const HEADERS = 600

/** A page that is kept: with each coding somebody has asked for, and every header it will be sent with. */
export class PressedPage implements Weighed {
  readonly #page: FinishedPage
  readonly #headers: readonly string[]
  readonly #isCompressible: boolean
  readonly #codings = new Map<Encoding, Coded>()

  /** @param headers name, value, name, value */
  constructor(page: FinishedPage, headers: readonly string[]) {
    this.#page = page
    this.#headers = headers
    this.#isCompressible = isCompressible(page.contentType, page.bytes.length)
  }

  /** Bytes in memory. */
  get size(): number {
    let size = this.#page.bytes.length
    for (const [encoding, { body }] of this.#codings) {
      size += HEADERS + (encoding === 'identity' ? 0 : body.length)
    }
    return size
  }

  /** What somebody with this Accept-Encoding gets; null when it is still to be made. */
  ready(acceptEncoding: string | undefined): Coded | null {
    return this.#codings.get(this.#codingFor(acceptEncoding)) ?? null
  }

  /** The same, made if it must be, outside the loop (zlib has threads). */
  async made(acceptEncoding: string | undefined): Promise<Coded> {
    const encoding = this.#codingFor(acceptEncoding)
    const coded = this.#codings.get(encoding) ?? (await encode(this.#page, encoding, this.#headers, true))
    this.#codings.set(encoding, coded)
    return coded
  }

  #codingFor(acceptEncoding: string | undefined): Encoding {
    return this.#isCompressible ? negotiateEncoding(acceptEncoding) : 'identity'
  }
}
