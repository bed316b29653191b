import { z } from 'zod'
import { codePoints } from '../kernel/canonical-text'

/** Text of a length in code points. */
export const text = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .min(min)
    .refine((value) => codePoints(value) <= max, `Use at most ${max} characters.`)

export const whole = ({ min, max }: { min: number; max: number }) => {
  const range = `Enter a whole number from ${min} to ${max}.`
  return z.number().int(range).min(min, range).max(max, range)
}
