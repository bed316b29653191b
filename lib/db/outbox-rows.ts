import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import type { Effect, QueuedEffect } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import { parseEffect } from '../outbox/parse-effect'
import { integer, text } from './cells'
import type { Dialect } from './dialect/dialect'
import { type Row, type SqlRunner, join, sql } from './sql'

/** Stores effects in the transaction of the change that causes them; a key that is there already is left alone. */
export const queueEffects = async (
  tx: Pick<SqlRunner, 'run'>,
  effects: readonly QueuedEffect[],
  ids: Ids,
  now: Instant,
): Promise<void> => {
  if (effects.length === 0) return
  const rows = effects.map(({ key, at = now, effect: { kind, ...payload } }) => {
    return sql`(${ids.ordered()}, ${kind}, ${JSON.stringify(payload)}, ${key}, ${now}, ${at})`
  })
  await tx.run(sql`
    INSERT INTO "outbox" ("id", "kind", "payload", "key", "createdAt", "availableAt") VALUES ${join(rows)}
    ON CONFLICT ("key") DO NOTHING`)
}

/** The same for a thousand of them: one statement, whatever their number. */
export const queueManyEffects = async (
  tx: Pick<SqlRunner, 'run'>,
  dialect: Dialect,
  effects: readonly QueuedEffect[],
  ids: Ids,
  now: Instant,
): Promise<void> => {
  if (effects.length === 0) return
  const rows = effects.map(({ key, effect: { kind, ...payload } }) => [
    ids.ordered(),
    kind,
    JSON.stringify(payload),
    key,
  ])
  await tx.run(sql`
    INSERT INTO "outbox" ("id", "kind", "payload", "key", "createdAt", "availableAt")
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, CAST(${now} AS BIGINT), CAST(${now} AS BIGINT)
    FROM ${dialect.elements(JSON.stringify(rows))} WHERE true
    ON CONFLICT ("key") DO NOTHING`)
}

const payload = z.record(z.string(), z.unknown())

const readEffect = (row: Row): Effect =>
  parseEffect({ ...payload.parse(JSON.parse(text(row, 'payload'))), kind: text(row, 'kind') })

export const readLeasedEffect = (row: Row) => ({
  id: text(row, 'id'),
  key: text(row, 'key'),
  effect: readEffect(row),
  createdAt: integer(row, 'createdAt'),
  attempts: integer(row, 'attempts'),
})
