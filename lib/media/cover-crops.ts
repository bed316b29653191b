import type { Result } from '../kernel/result'
import type { Picture } from './picture'

/** Cuts a picture to the shapes that front pages elsewhere show it in. What is there already is not made again. */
export interface CoverCrops {
  /** `unavailable` when too many pictures are being worked on. */
  make(picture: Picture, focus: string): Promise<Result<void>>
}
