import { open } from 'node:fs/promises'

const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

const BRANDS = /^(?:avif|avis)/

/** Told by the first bytes, so that no reader for anything else (SVG, PDF) is ever asked. */
const isPicture = (start: Buffer): boolean =>
  latin(start, 0, 3) === '\xff\xd8\xff' ||
  latin(start, 0, 8) === '\x89PNG\r\n\x1a\n' ||
  /^GIF8[79]a/.test(latin(start, 0, 6)) ||
  (latin(start, 0, 4) === 'RIFF' && latin(start, 8, 12) === 'WEBP') ||
  (latin(start, 4, 8) === 'ftyp' && BRANDS.test(latin(start, 8, 12)))

/** Whether a file begins as a picture of a kind we take. */
export const sniffPicture = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const start = Buffer.alloc(16)
    await file.read(start, 0, start.length, 0)
    return isPicture(start)
  } finally {
    await file.close()
  }
}
