import { z } from 'zod'
import { text } from './bounded'

/** A reason of the publication's list: stored with a decision and told to the author by its name. */
export const decisionReason = z.strictObject({
  name: text({ min: 1, max: 60 }),
  /** What it means, in a sentence for /guidelines; may be ''. */
  meaning: text({ min: 0, max: 300 }),
})
export type DecisionReason = z.infer<typeof decisionReason>

/** An answer that moderators give again and again. `lib/moderation` fills in what stands in braces. */
export const savedReply = z.strictObject({
  name: text({ min: 1, max: 60 }),
  body: text({ min: 1, max: 2_000 }),
})
