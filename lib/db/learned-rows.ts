import type { Comment } from '../comments/comment'
import type { Estimate } from '../comments/screening'
import type { Instant } from '../kernel/clock'
import { type SqlRunner, join, sql } from './sql'

interface Learned {
  readonly estimate?: Estimate | null
  readonly domains?: readonly string[]
}

/** Stores what the screening found out about a text beside its opinions, in the transaction that stores the text. */
export const storeLearned = async (
  tx: Pick<SqlRunner, 'run'>,
  commentId: Comment['id'],
  { estimate, domains = [] }: Learned,
  at: Instant,
): Promise<void> => {
  if (estimate) {
    const { spamScore, isProbe } = estimate
    await tx.run(sql`
      UPDATE "comment" SET "spamScore" = ${spamScore}, "spamProbe" = ${isProbe ? 1 : null} WHERE "id" = ${commentId}`)
  }
  if (domains.length === 0) return
  const rows = domains.map((domain) => sql`(${domain}, ${at}, ${commentId})`)
  await tx.run(sql`
    INSERT INTO "comment_domain" ("domain", "createdAt", "commentId") VALUES ${join(rows)}
    ON CONFLICT ("domain", "createdAt", "commentId") DO NOTHING`)
}
