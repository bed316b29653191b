import type { Weighed } from '../../lib/press/kept-pages'
import { type Encoding, negotiateEncoding } from '../../lib/press/negotiate-encoding'
import { type FinishedPage, decompress, finishPage, isCompressible } from '../../lib/press/finished-page'
import { type Coded, encode } from '../answer/coded'

/** Headers of one coding, by the size they take (bytes). */
const HEADERS = 600

/**
 * A page that is kept: with each coding somebody has asked for, and every header it will be sent with. Once it is
 * compressed the page as it was made is let go, which is six times as large: from what is kept it can be had back.
 */
export class PressedPage implements Weighed {
  readonly #facts: Pick<FinishedPage, 'status' | 'contentType' | 'headers'>
  readonly #headers: readonly string[]
  readonly #isCompressible: boolean
  readonly #codings = new Map<Encoding, Coded>()
  /** Codings that are being made; null for none, as most of the time. */
  #making: Map<Encoding, Promise<Coded>> | null = null
  #page: FinishedPage | null

  /** @param headers name, value, name, value */
  constructor(page: FinishedPage, headers: readonly string[]) {
    const { status, contentType, headers: own } = page
    this.#facts = { status, contentType, headers: own }
    this.#page = page
    this.#headers = headers
    this.#isCompressible = isCompressible(contentType, page.bytes.length)
  }

  /** Bytes in memory. */
  get size(): number {
    let size = this.#page?.bytes.length ?? 0
    for (const [encoding, { body }] of this.#codings) {
      size += HEADERS + (encoding === 'identity' && this.#page ? 0 : body.length)
    }
    return size
  }

  /** What somebody with this Accept-Encoding gets; null when it is still to be made. */
  ready(acceptEncoding: string | undefined): Coded | null {
    return this.#codings.get(this.#codingFor(acceptEncoding)) ?? null
  }

  /** The same, made if it must be, outside the loop (zlib has threads), and once for all who ask meanwhile. */
  async made(acceptEncoding: string | undefined): Promise<Coded> {
    const encoding = this.#codingFor(acceptEncoding)
    const known = this.#codings.get(encoding) ?? this.#making?.get(encoding)
    if (known) return known
    const making = this.#make(encoding).finally(() => {
      this.#making?.delete(encoding)
      if (this.#making?.size === 0) this.#making = null
    })
    this.#making = (this.#making ?? new Map<Encoding, Promise<Coded>>()).set(encoding, making)
    return making
  }

  async #make(encoding: Encoding): Promise<Coded> {
    const coded = await encode(await this.#whole(), encoding, this.#headers, true)
    this.#codings.set(encoding, coded)
    if (encoding !== 'identity') this.#page = null
    return coded
  }

  /** The page as it was made, or made again of what is kept of it. */
  async #whole(): Promise<FinishedPage> {
    if (this.#page) return this.#page
    const { status, contentType, headers } = this.#facts
    const [kept] = this.#codings
    if (!kept) throw new Error('A page was let go before it was compressed.')
    const [encoding, { body }] = kept
    return finishPage(status, contentType, await decompress(body, encoding), headers)
  }

  #codingFor(acceptEncoding: string | undefined): Encoding {
    return this.#isCompressible ? negotiateEncoding(acceptEncoding) : 'identity'
  }
}
