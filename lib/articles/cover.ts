import { z } from 'zod'
import type { Picture } from '../media/picture'

/** The picture that stands for a piece: on the front page, in lists, where it is shared. Part of a revision. */
export interface Cover {
  /** As it was when the revision was made; what stands under a name never changes. */
  readonly picture: Picture
  readonly alt: string
  readonly credit: string
  /** What must stay in sight where it is cropped: percent from the left and the top (`40 60`); '' for the middle. */
  readonly focus: string
}

/** As it is stored in a revision. */
export const storedCover: z.ZodType<Cover> = z.object({
  picture: z.object({
    name: z.string(),
    width: z.number(),
    height: z.number(),
    colour: z.string(),
    widths: z.array(z.number()),
  }),
  alt: z.string(),
  credit: z.string(),
  focus: z.string(),
})
