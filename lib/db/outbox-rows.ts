import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import type { Effect, QueuedEffect } from '../kernel/effect'
import type { Ids } from '../kernel/ids'
import { parseEffect } from '../outbox/parse-effect'
import { integer, text } from './cells'
import { insertRows } from './insert-rows'
import { type Row, type SqlRunner, sql } from './sql'

const INTO = sql`INSERT INTO "outbox" ("id", "kind", "payload", "key", "createdAt", "availableAt")`

/** Stores effects in the transaction of the change that causes them; a key that is there already is left alone. */
export const queueEffects = async (
  tx: Pick<SqlRunner, 'run'>,
  effects: readonly QueuedEffect[],
  ids: Ids,
  now: Instant,
): Promise<void> => {
  const rows = effects.map(({ key, at = now, effect: { kind, ...payload } }) => {
    return [ids.ordered(), kind, JSON.stringify(payload), key, now, at]
  })
  await insertRows(tx, INTO, rows, sql`ON CONFLICT ("key") DO NOTHING`)
}

const payload = z.record(z.string(), z.unknown())

const readEffect = (row: Row): Effect =>
  parseEffect({ ...payload.parse(JSON.parse(text(row, 'payload'))), kind: text(row, 'kind') })

/** A row of `outbox` that is being carried out, its effect parsed. */
export const readLeasedEffect = (row: Row) => ({
  id: text(row, 'id'),
  key: text(row, 'key'),
  effect: readEffect(row),
  createdAt: integer(row, 'createdAt'),
  attempts: integer(row, 'attempts'),
})
