import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import type { Effect, QueuedEffect } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import { integer, text } from './cells'
import { type Row, type SqlRunner, join, sql } from './sql'

/** Stores effects in the transaction of the change that causes them; a key that is there already is left alone. */
export const queueEffects = async (
  tx: Pick<SqlRunner, 'run'>,
  effects: readonly QueuedEffect[],
  ids: Ids,
  now: Instant,
): Promise<void> => {
  if (effects.length === 0) return
  const rows = effects.map(({ key, effect: { kind, ...payload } }) => {
    return sql`(${ids.ordered()}, ${kind}, ${JSON.stringify(payload)}, ${key}, ${now}, ${now})`
  })
  await tx.run(sql`
    INSERT INTO "outbox" ("id", "kind", "payload", "key", "createdAt", "availableAt") VALUES ${join(rows)}
    ON CONFLICT ("key") DO NOTHING`)
}

const id = z.string()
const sight = z.enum(['appeared', 'vanished', 'changed', 'none'])
const storedEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article.changed'), articleId: id, slugs: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('comment.submitted'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('comment.changed'), commentId: id, articleId: id, sight }),
  z.strictObject({ kind: z.literal('comment.recommended'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('comment.reported'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('subscription.asked'), subscriptionId: id }),
  z.strictObject({ kind: z.literal('settings.changed'), key: z.string() }),
])

const readEffect = (row: Row): Effect => {
  const payload: unknown = JSON.parse(text(row, 'payload'))
  return storedEffect.parse({ ...z.record(z.string(), z.unknown()).parse(payload), kind: text(row, 'kind') })
}

export const readLeasedEffect = (row: Row) => ({
  id: text(row, 'id'),
  key: text(row, 'key'),
  effect: readEffect(row),
  createdAt: integer(row, 'createdAt'),
  attempts: integer(row, 'attempts'),
})
