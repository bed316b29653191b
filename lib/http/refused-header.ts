import { z } from 'zod'
import type { Refused } from './form-state'

/** A form that server/ itself refused, for the page that is rendered in its place. No visitor can send it. */
export const REFUSED_HEADER = 'x-stet-refused'

const sent = z.object({
  kind: z.literal('refused'),
  error: z.looseObject({ code: z.string(), message: z.string() }),
  values: z.record(z.string(), z.string()),
})

/** As a header may hold it: ASCII only. */
export const printRefused = (refused: Refused): string => encodeURIComponent(JSON.stringify(refused))

/** Null for none. It was written by `printRefused` in this very process. */
export const readRefused = (header: string | string[] | undefined): Refused | null =>
  typeof header === 'string' ? (sent.parse(JSON.parse(decodeURIComponent(header))) as Refused) : null
