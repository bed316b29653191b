import { z } from 'zod'
import { JUDGEMENTS } from '../comments/judge'
import { ID_PATTERN } from '../kernel/ids'
import { readBoxName } from './box-name'
import { MANY_MAX } from './decide-many'

const id = z.string().regex(ID_PATTERN)
const known = z.strictObject({
  at: z.string().max(2_000),
  scope: z.enum(['selected', 'matching']),
  seenAt: z.coerce.number().int().min(0),
  move: z.enum(JUDGEMENTS),
  reason: z.string().max(2_000),
  items: z
    .array(z.strictObject({ commentId: id, revisionId: id, version: z.number().int().min(1) }))
    .max(MANY_MAX),
})

/**
 * The form of the selection: its own fields, and one field for each box that is ticked. Anything else in it is refused,
 * and so is a selection of nothing.
 */
export const bulkInput = z
  .record(z.string(), z.string().max(2_000))
  .transform((fields) => ({
    scope: 'selected',
    reason: '',
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => readBoxName(name) === null)),
    items: Object.keys(fields).flatMap((name) => readBoxName(name) ?? []),
  }))
  .pipe(known)
  .refine(
    ({ scope, items }) => scope === 'matching' || items.length > 0,
    'Select at least one comment first.',
  )
