import { type DomainError } from '../kernel/domain-error'
import { type Result, fail } from '../kernel/result'
import type { Verdict } from './screening'

const NOTHING_ELSE: DomainError = { code: 'invalid', message: '' }

/**
 * What the author is told when a check refuses, together with what is wrong with how it is signed: every fault at
 * once, beside its field where it has one. Of several about one field the first counts.
 */
export const refusal = ({ opinions }: Verdict, signature: DomainError = NOTHING_ELSE): Result<never> => {
  const refusing = opinions.filter((opinion) => opinion.level === 'refuse')
  const general = refusing.filter(({ field }) => field === undefined).map(({ reason }) => reason)
  const atFields = refusing.flatMap(({ field, reason }) => (field ? [[field, reason] as const] : []))
  const fields = { ...Object.fromEntries(atFields.reverse()), ...signature.fields }
  const sentences = [...general, ...Object.values(fields)]
  const message = [...new Set(sentences)].join(' ') || 'This comment cannot be posted.'
  return Object.keys(fields).length > 0 ? fail('invalid', message, { fields }) : fail('conflict', message)
}
