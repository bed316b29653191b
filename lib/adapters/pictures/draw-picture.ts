import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { type Result, fail, ok } from '../../kernel/result'
import { FORMATS, type Format } from '../../media/media-address'
import type { MadeFile, MadePicture } from '../../media/picture-maker'
import { sniffPicture } from './sniff-picture'

/** Of the widest size made. */
const MOST_WIDTH = 2_560
const WIDTHS = [320, 640, 960, 1_280, 1_920, MOST_WIDTH] as const
/** A hundred million pixels: more than any camera makes, and still decoded in a few hundred megabytes. */
const MOST_PIXELS = 100_000_000

const TOO_MANY_PIXELS =
  'This picture has more than 100 million pixels. Please make it smaller, for example 6,000 pixels wide, and upload it again.'
const NOT_A_PICTURE =
  'This file is not a picture that can be read. Please upload a JPEG, PNG, WebP, GIF or AVIF file.'

/** libvips takes a core of its own for each; two at once and the machine answers nobody. */
sharp.concurrency(1)
sharp.cache(false)

const encoded = (image: Sharp, format: Format): Sharp => {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' })
    case 'webp':
      return image.webp({ quality: 78, effort: 3 })
    case 'jpg':
      // JPEG knows no transparency.
      return image.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: false, progressive: true })
  }
}

const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0')

const colourOf = async (image: Sharp): Promise<string> => {
  const { data } = await image
    .clone()
    .flatten({ background: '#ffffff' })
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return `#${hex(data[0] ?? 0)}${hex(data[1] ?? data[0] ?? 0)}${hex(data[2] ?? data[0] ?? 0)}`
}

/** The picture upright, in sRGB, at most 2,560 pixels wide, in memory: everything else is made of it. */
const drawn = async (file: string) => {
  const { data, info } = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: MOST_WIDTH, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { image: () => sharp(data, { raw: { width, height, channels } }), width, height }
}

const refused = (error: unknown): Result<never> => {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message)) return fail('too-large', TOO_MANY_PIXELS)
  if (/ENOSPC|No space/i.test(message)) throw error
  return fail('invalid', NOT_A_PICTURE)
}

const widthsOf = (width: number): readonly number[] => [...WIDTHS.filter((one) => one < width), width]

/** Every size and format of a picture, written into the folder `into`. What was in the file besides its pixels is gone. */
export const drawPicture = async (file: string, into: string): Promise<Result<MadePicture>> => {
  if (!(await sniffPicture(file))) return fail('invalid', NOT_A_PICTURE)
  try {
    const { image, width, height } = await drawn(file)
    const colour = await colourOf(image())
    const files: MadeFile[] = []
    for (const each of widthsOf(width)) {
      for (const format of FORMATS) {
        const path = join(into, `${each}.${format}`)
        const sized = each === width ? image() : image().resize({ width: each })
        const { size } = await encoded(sized, format).toFile(path)
        files.push({ path, width: each, format, bytes: size })
      }
    }
    return ok({ width, height, colour, widths: widthsOf(width), files })
  } catch (error) {
    return refused(error)
  }
}
