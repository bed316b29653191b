import type { Result } from '../kernel/result'
import type { Format, Shape } from './media-address'
import type { Picture } from './picture'

/** One size in one format; `path` absolute, `width` in pixels, `bytes` its length. */
export interface MadeFile {
  readonly path: string
  readonly width: number
  readonly format: Format
  readonly bytes: number
}

/** An uploaded picture as it was drawn. */
export interface MadePicture extends Omit<Picture, 'name'> {
  readonly files: readonly MadeFile[]
}

/** Reads pictures that strangers made: elsewhere than in this process, one at a time, with limits. */
export interface PictureMaker {
  /**
   * Every size and format of an uploaded file, drawn anew into the folder `into`: upright, without metadata. Refused with
   * a sentence when it is no picture, or one that is too large. `unavailable` when too many wait.
   */
  make(file: string, into: string): Promise<Result<MadePicture>>
  /** A JPEG cut to a shape around its focal point (`40 60`; '' for the middle), at most 1,200 pixels wide. */
  crop(file: string, shape: Shape, focus: string, into: string): Promise<Result<string>>
}
