/** What became of the comments of one proven identity (an account or a guest key), counted as they stand now. */
export interface AuthorRecord {
  readonly approved: number
  readonly rejected: number
  readonly spam: number
  readonly waiting: number
}

export const NO_RECORD: AuthorRecord = { approved: 0, rejected: 0, spam: 0, waiting: 0 }

export const TRUST_LEVELS = ['new', 'known', 'trusted'] as const
export type TrustLevel = (typeof TRUST_LEVELS)[number]

/** Approved comments that make somebody trusted, and the share of theirs turned away beyond which nobody is. */
const TRUSTED_AFTER = 20
const TRUSTED_SHARE = 0.05
/** Whoever is turned away this often is read first again, however much was approved. */
const KNOWN_SHARE = 0.3

/**
 * How far a record goes. `new`: to be read first. `known`: enough was approved (the setting `trustAfter`) and little was
 * turned away. `trusted`: that for long. Nothing typed counts, and nothing lasts: each decision counts at once.
 */
export const trustOf = ({ approved, rejected, spam }: AuthorRecord, trustAfter: number): TrustLevel => {
  const judged = approved + rejected + spam
  const share = judged === 0 ? 0 : (rejected + spam) / judged
  if (approved < trustAfter || share > KNOWN_SHARE) return 'new'
  return approved >= Math.max(TRUSTED_AFTER, trustAfter) && share <= TRUSTED_SHARE ? 'trusted' : 'known'
}
