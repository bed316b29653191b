import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../kernel/clock'
import type { WholePerson } from '../../moderation/erasure/erasure-store'
import { text } from '../cells'
import { type SqlRunner, join, sql } from '../sql'

const kept = z.object({
  guestIds: z.array(z.string()),
  names: z.array(z.string()),
  comments: z.number(),
})

/** What led to somebody when their erasure began: their comments, which told of it, may be empty since. */
export type OpenErasure = z.infer<typeof kept>

const NOTHING: OpenErasure = { guestIds: [], names: [], comments: 0 }

const keyOf = (mail: string): string => `erasure:${createHash('sha256').update(mail).digest('hex')}`

/** Of the erasure of this address that has begun and is not over; empty where there is none. */
export const readOpenErasure = async (
  read: SqlRunner['all'],
  mail: string,
): Promise<OpenErasure & { readonly isOpen: boolean }> => {
  const [row] = await read(sql`SELECT "value" FROM "setting" WHERE "key" = ${keyOf(mail)}`)
  return row ? { ...kept.parse(JSON.parse(text(row, 'value'))), isOpen: true } : { ...NOTHING, isOpen: false }
}

/** Keeps what led to a person under each of their addresses, so that an erasure that broke off goes on. */
export const keepOpenErasure = async (
  tx: SqlRunner,
  { mails, guestIds, names, comments }: WholePerson,
  now: Instant,
): Promise<void> => {
  const value = JSON.stringify({ guestIds, names, comments })
  for (const mail of mails)
    await tx.run(sql`
      INSERT INTO "setting" ("key", "value", "version", "updatedAt") VALUES (${keyOf(mail)}, ${value}, 1, ${now})
      ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value", "updatedAt" = excluded."updatedAt"`)
}

/** The erasure of these addresses is over: what led to the person is forgotten. */
export const endOpenErasure = async (tx: SqlRunner, mails: readonly string[]): Promise<void> => {
  await tx.run(sql`DELETE FROM "setting" WHERE "key" IN (${join(mails.map(keyOf))})`)
}
