import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { S3Settings } from '../../env-s3'
import { mediaType } from '../../media/media-address'
import { Unavailable } from '../../kernel/unavailable'
import type { MediaFile, MediaFiles } from '../../media/media-files'
import { type S3Bucket, s3Bucket } from './s3-bucket'

/** Everything of ours in the bucket begins so. */
const FOLDER = 'media/'

/** Files deleted at a time: a picture has some twenty, and each question takes the way to the store and back. */
const AT_ONCE = 8

const keyOf = (file: string): string => `${FOLDER}${file}`

const streamOf = ({ body }: Response): Readable =>
  body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([])

/** Some of the keys with a beginning, at most a thousand; none when nothing is left. */
const keysOf = async (bucket: S3Bucket, prefix: string): Promise<readonly string[]> => {
  const query = { 'list-type': '2', prefix }
  const listed = await (await bucket.ask({ method: 'GET', key: '', query })).text()
  // Names are ours (media-address.ts): nothing in them is written differently in XML.
  return [...listed.matchAll(/<Key>([^<&]+)<\/Key>/g)].map(([, key = '']) => key)
}

/** The library in a bucket of a store that speaks S3. Readers get the files from us, never from the store. */
export const s3Files = (settings: S3Settings): MediaFiles => {
  const bucket = s3Bucket(settings)
  return {
    put: async (file, from) => {
      const body = new Uint8Array(await readFile(from))
      await bucket.ask({
        method: 'PUT',
        key: keyOf(file),
        body,
        headers: { 'content-type': mediaType(file) },
      })
    },

    open: async (file): Promise<MediaFile | null> => {
      const key = keyOf(file)
      const found = await bucket.ask({ method: 'HEAD', key })
      if (found.status === 404) {
        // An answer without a body cannot say that the bucket itself is missing; this one can.
        await bucket.ask({ method: 'GET', key })
        return null
      }
      return {
        size: Number(found.headers.get('content-length')),
        read: async (range) => {
          const part = range && { headers: { range: `bytes=${range.from}-${range.to}` } }
          const answer = await bucket.ask({ method: 'GET', key, ...part })
          if (answer.status === (range ? 206 : 200)) return streamOf(answer)
          await answer.body?.cancel()
          throw new Unavailable(`The store of pictures sent no ${range ? 'part of a ' : ''}file.`)
        },
        close: async () => {},
      }
    },

    removeAll: async (name) => {
      const prefix = keyOf(`${name}-`)
      for (let keys = await keysOf(bucket, prefix); keys.length > 0; keys = await keysOf(bucket, prefix))
        for (let at = 0; at < keys.length; at += AT_ONCE) {
          const some = keys.slice(at, at + AT_ONCE)
          await Promise.all(some.map((key) => bucket.ask({ method: 'DELETE', key })))
        }
    },
  }
}

/** Asks the store for the first of our files, as the library will: null when it answers well, else what is wrong. */
export const s3Trouble = async (settings: S3Settings): Promise<string | null> => {
  try {
    await keysOf(s3Bucket(settings), FOLDER)
    return null
  } catch (error) {
    if (error instanceof Unavailable) return error.message
    throw error
  }
}
