import { Readable } from 'node:stream'
import type { ArchiveFile } from '../../lib/transfer/export-everything'

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, "ustar Interchange Format". */
const BLOCK = 512
const END = Buffer.alloc(2 * BLOCK)

const header = ({ path, size }: Pick<ArchiveFile, 'path' | 'size'>, seconds: number): Buffer => {
  const name = Buffer.from(path)
  if (name.length > 100) throw new Error(`A path is too long for the archive: ${path}`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, digits: number): void =>
    void block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1')
  name.copy(block)
  octal(0o644, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  octal(seconds, 136, 11)
  block.write('        0', 148, 'latin1')
  block.write('ustar\u000000', 257, 'latin1')
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  )
  return block
}

/** A tar archive of these files, as its bytes come. A file that is not as long as it was said to be breaks it off. */
export async function* tar(files: AsyncIterable<ArchiveFile>, seconds: number): AsyncGenerator<Buffer> {
  for await (const { path, size, read } of files) {
    yield header({ path, size }, seconds)
    const content = await read()
    let sent = 0
    for await (const chunk of content instanceof Readable ? content : [content]) {
      const bytes = Buffer.from(chunk as Uint8Array)
      sent += bytes.length
      yield bytes
    }
    if (sent !== size) throw new Error(`${path} was ${sent} bytes long, not ${size}.`)
    if (size % BLOCK !== 0) yield Buffer.alloc(BLOCK - (size % BLOCK))
  }
  yield END
}
