import { z } from 'zod'
import type { ClientFacts } from '../kernel/client-facts'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { LiveHub } from './live-hub'

export const markTypingInput = z.strictObject({ stream: z.string().regex(ID_PATTERN) })

/** The reader of a stream types. A stream nobody knows is answered alike: it may have ended a moment ago. */
export const markTyping = async (
  { limits, live }: Pick<Ports, 'limits'> & { readonly live: Pick<LiveHub, 'whereIs' | 'type'> },
  { stream }: z.infer<typeof markTypingInput>,
  { addressBlock }: Pick<ClientFacts, 'addressBlock'>,
): Promise<Result<void>> => {
  const where = live.whereIs(stream)
  if (where === null) return ok(undefined)
  // Only streams that exist are counted one by one: made-up ones must neither fill the limiter's memory nor the wire
  // between the instances.
  const allowed = await (where === 'here'
    ? limits.take('typing.burst', stream)
    : limits.take('typing.elsewhere', addressBlock))
  if (allowed.ok) live.type(stream)
  return allowed
}
