import { z } from 'zod'
import { canonicalText, codePoints } from '../kernel/canonical-text'

/** Text of a length in code points, as it will be stored (canonicalText): blanks alone are none. */
export const text = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .refine((value) => codePoints(canonicalText(value)) >= min, 'Please fill this in.')
    .refine((value) => codePoints(canonicalText(value)) <= max, `Use at most ${max} characters.`)

/** A whole number of a form, with a sentence that names its bounds. */
export const whole = ({ min, max }: { min: number; max: number }) => {
  const range = `Enter a whole number from ${min} to ${max}.`
  return z.number().int(range).min(min, range).max(max, range)
}
