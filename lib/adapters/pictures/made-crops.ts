import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Result, fail, ok } from '../../kernel/result'
import type { CoverCrops } from '../../media/cover-crops'
import { SHAPES, type Shape, cropFile, variantFile } from '../../media/media-address'
import { Unavailable } from '../../kernel/unavailable'
import type { MediaFiles } from '../../media/media-files'
import type { Picture } from '../../media/picture'
import type { PictureMaker } from '../../media/picture-maker'

const GONE = 'The files of this picture are missing from the media library. Please upload it again.'

const NO_STORE = 'The place where pictures are kept does not answer. Please save again in a moment.'

const missingOf = async (files: MediaFiles, name: string, focus: string): Promise<readonly Shape[]> => {
  const missing: Shape[] = []
  for (const shape of SHAPES) {
    const there = await files.open(cropFile(name, shape, focus))
    if (there) await there.close()
    else missing.push(shape)
  }
  return missing
}

/** Crops by the picture maker, into the library. `folder` is where it may work. */
export const madeCrops = (files: MediaFiles, maker: PictureMaker, folder: string): CoverCrops => {
  const cut = async (
    { name, width, widths }: Picture,
    focus: string,
    shapes: readonly Shape[],
    into: string,
  ): Promise<Result<void>> => {
    const source = await files.open(variantFile(name, widths.at(-1) ?? width, 'jpg'))
    if (!source) return fail('invalid', GONE)
    const whole = join(into, 'whole')
    await pipeline(await source.read(null), createWriteStream(whole, { mode: 0o600 }))
    for (const shape of shapes) {
      const made = await maker.crop(whole, shape, focus, into)
      if (!made.ok) return made
      await files.put(cropFile(name, shape, focus), made.value)
    }
    return ok(undefined)
  }

  const make = async (picture: Picture, focus: string): Promise<Result<void>> => {
    const missing = await missingOf(files, picture.name, focus)
    if (missing.length === 0) return ok(undefined)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const into = await mkdtemp(join(folder, 'crop-'))
    try {
      return await cut(picture, focus, missing, into)
    } finally {
      await rm(into, { recursive: true, force: true })
    }
  }

  return {
    make: async (picture, focus) => {
      try {
        return await make(picture, focus)
      } catch (error) {
        if (error instanceof Unavailable) return fail('unavailable', NO_STORE, { retryAfter: 30 })
        throw error
      }
    },
  }
}
