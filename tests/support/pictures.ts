import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const MEGABYTE = 1024 * 1024

/** As long as the product itself allows a picture: its sizes are made behind everything else that the machine does. */
export const WHILE_MADE = { timeout: 60_000 }

/** A photo as a telephone makes it: lying on its side, with the place it was taken at. */
export const aPhoto = (width = 800, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Artist: 'Secret Name' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const aLogo = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG that says it is so large and has hardly a line, with a chunk more before the picture. */
const aHollowPng = (width: number, height: number, ...more: readonly Buffer[]): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[
      chunk('IHDR', header),
      ...more,
      chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
      chunk('IEND', Buffer.alloc(0)),
    ],
  ])
}

/** A few bytes that say they are 900 million pixels. */
export const aPixelBomb = (): Buffer => aHollowPng(30_000, 30_000)

/** 256 MB of text, packed into a quarter of one, beside a picture of one pixel. */
const aTextBomb = (): Buffer =>
  aHollowPng(
    ...([1, 1] as const),
    chunk(
      'zTXt',
      Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(256 * MEGABYTE))]),
    ),
  )

const SCRIPT = '<script>alert("polyglot")</script>'

/** What begins as a picture, and is cut, larger than it may be, or more than a picture. */
export const hostilePictures = async (): Promise<Readonly<Record<string, Buffer>>> => {
  const [photo, logo] = [await aPhoto(), await aLogo()]
  return {
    'a photo cut in half': photo.subarray(0, photo.length / 2),
    'a photo of nothing but its head': photo.subarray(0, 200),
    'a logo cut in half': logo.subarray(0, logo.length / 2),
    'one line, a million pixels long': aHollowPng(1_000_000, 1),
    'no width': aHollowPng(0, 10),
    'a text that unpacks to 256 MB': aTextBomb(),
    'a picture with a page behind it': Buffer.concat([logo, Buffer.from(SCRIPT)]),
    'a picture with a page in its comment': aHollowPng(
      8,
      8,
      chunk('tEXt', Buffer.from(`Comment\0${SCRIPT}`)),
    ),
    'a photo with an archive behind it': Buffer.concat([photo, Buffer.from(`PK\x03\x04${SCRIPT}`, 'latin1')]),
  }
}

/** Files that call themselves pictures. */
export const IMPOSTORS: Readonly<Record<string, Buffer>> = {
  'a page as a PNG': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'an SVG with a script': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a GIF that is a script': Buffer.from('GIF89a/*\x01*/=alert(1)//;'),
  'a PNG that ends early': Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1'),
  'a PDF': Buffer.from('%PDF-1.7\n'),
  nothing: Buffer.alloc(0),
}
