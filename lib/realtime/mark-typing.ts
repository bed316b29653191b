import { z } from 'zod'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { LiveHub } from './live-hub'

export const markTypingInput = z.strictObject({ stream: z.string().regex(ID_PATTERN) })

/** The reader of a stream types. A stream nobody knows is answered alike: it may have ended a moment ago. */
export const markTyping = async (
  { limits, live }: Pick<Ports, 'limits'> & { readonly live: Pick<LiveHub, 'mayKnow' | 'type'> },
  { stream }: z.infer<typeof markTypingInput>,
): Promise<Result<void>> => {
  // Only what exists is counted: made-up streams must not fill the limiter's memory.
  if (!live.mayKnow(stream)) return ok(undefined)
  const allowed = await limits.take('typing.burst', stream)
  if (allowed.ok) live.type(stream)
  return allowed
}
