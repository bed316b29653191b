import { z } from 'zod'

/** The version a form or a JSON body was made from, for compare-and-set. A hidden field sends it as digits. */
export const versionField = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
])
