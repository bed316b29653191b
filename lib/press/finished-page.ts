import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './negotiate-encoding'

/** An answer of which every byte is known: what the press will keep. */
export interface FinishedPage {
  readonly status: number
  readonly contentType: string
  readonly bytes: Buffer
  /** Base of the strong ETag: the hash of the bytes. */
  readonly hash: string
  encoded(encoding: Encoding): Promise<Buffer>
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Below this (bytes) compression costs more than it saves. */
const WORTH = 300
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|xml|[a-z.]+\+(?:json|xml))|image\/svg)/

export const isCompressible = (contentType: string, size: number): boolean =>
  size >= WORTH && COMPRESSIBLE.test(contentType)

const compress = (bytes: Buffer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'br') {
    return toBrotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
  }
  return encoding === 'gzip' ? toGzip(bytes, { level: 6 }) : Promise.resolve(bytes)
}

export const finishPage = (status: number, contentType: string, bytes: Buffer): FinishedPage => {
  const done = new Map<Encoding, Promise<Buffer>>()
  return {
    status,
    contentType,
    bytes,
    hash: createHash('sha256')
      .update(contentType)
      .update('\0')
      .update(bytes)
      .digest('base64url')
      .slice(0, 22),
    encoded: (encoding) => {
      const made = done.get(encoding) ?? compress(bytes, encoding)
      done.set(encoding, made)
      return made
    },
  }
}
