import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { UploadTooLarge } from './at-most'

/**
 * The one file of a posted form (`enctype="multipart/form-data"`), handed on as it comes in. False when the form holds
 * none. Other fields are not read.
 */
export const formFile = (
  req: IncomingMessage,
  mostBytes: number,
  take: (fileName: string, bytes: Readable) => Promise<void>,
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: mostBytes, parts: 12, headerPairs: 50 },
    })
    let taken: Promise<void> | null = null
    parser.on('file', (_field, bytes, { filename }) => {
      // A form without a chosen file still sends an empty one.
      if (filename === undefined || filename === '') return void bytes.resume()
      bytes.once('limit', () => bytes.destroy(new UploadTooLarge()))
      taken = take(filename, bytes)
      taken.catch(reject)
    })
    parser.once('error', reject)
    parser.once('close', () => {
      if (taken) taken.then(() => resolve(true), reject)
      else resolve(false)
    })
    req.once('aborted', () => reject(new Error('The visitor went away.')))
    req.pipe(parser)
  })
