import type { Result } from '../../kernel/result'
import type { Shape } from '../../media/media-address'
import type { MadePicture } from '../../media/picture-maker'

/** What the process for pictures is asked, and answers, as messages. */
export type PictureJob =
  | { readonly kind: 'make'; readonly file: string; readonly into: string }
  | {
      readonly kind: 'crop'
      readonly file: string
      readonly shape: Shape
      readonly focus: string
      readonly into: string
    }

export type PictureAnswer =
  | { readonly kind: 'make'; readonly result: Result<MadePicture> }
  | { readonly kind: 'crop'; readonly result: Result<string> }
  /** Something is broken on our side: its code and message. */
  | { readonly kind: 'broken'; readonly code: string; readonly message: string }
