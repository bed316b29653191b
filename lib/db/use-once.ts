import type { UsedOnce } from '../accounts/used-once'
import { type SqlRunner, sql } from './sql'

/** Writes down that something was used, among what is used for the same purpose. False when it was before. */
export const useOnce = async (
  tx: SqlRunner,
  purpose: string,
  { id, hash, at, until }: UsedOnce,
): Promise<boolean> => {
  await tx.run(sql`DELETE FROM "token" WHERE "purpose" = ${purpose} AND "expiresAt" <= ${at}`)
  const used = await tx.run(sql`
    INSERT INTO "token" ("id", "purpose", "hash", "createdAt", "expiresAt", "usedAt")
    VALUES (${id}, ${purpose}, ${hash}, ${at}, ${until}, ${at})
    ON CONFLICT ("hash") DO NOTHING`)
  return used > 0
}
