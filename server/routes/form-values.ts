import { z } from 'zod'

/** A form sends an empty field for what was left out. */
export const absentWhenEmpty = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), field)

/** A ticked box, or a hidden field that stands for one, is sent as `1`; one that is not ticked is not sent. */
export const ticked = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === '1' ? true : value === '' ? undefined : value), field)
