import { type Result, fail } from '../kernel/result'
import type { Verdict } from './screening'

/** What the author is told when a check refuses: the first sentence, and those that belong to a field beside it. */
export const refusal = ({ opinions }: Verdict): Result<never> => {
  const refusing = opinions.filter((opinion) => opinion.level === 'refuse')
  const atFields = refusing.flatMap(({ field, reason }) => (field ? [[field, reason] as const] : []))
  const message = refusing[0]?.reason ?? 'This comment cannot be posted.'
  return atFields.length > 0
    ? fail('invalid', message, { fields: Object.fromEntries(atFields.reverse()) })
    : fail('conflict', message)
}
