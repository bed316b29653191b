import { z } from 'zod'

/** A variable that is a whole number of at most six digits. */
export const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((n) => n >= from && n <= to, message)

/** A variable that is "on" or "off". */
export const switchOf = (name: string) =>
  z.enum(['on', 'off'], `${name} is either "on" or "off".`).transform((value) => value === 'on')
