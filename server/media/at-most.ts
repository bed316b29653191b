import { Transform } from 'node:stream'

/** More came than may. */
export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge'
}

/** Lets through so many bytes, and fails with `UploadTooLarge` at the next. */
export const atMost = (bytes: number): Transform => {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _coding, done) {
      left -= chunk.length
      if (left < 0) done(new UploadTooLarge())
      else done(null, chunk)
    },
  })
}
