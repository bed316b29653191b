import type { Instant } from '../kernel/clock'

/** Port: tasks that cost a browser about a second and us next to nothing. Made by lib/adapters/altcha-proof.ts. */
export interface ProofOfWork {
  /** A task, good until then: JSON for the browser, and nobody else's business. */
  task(expiresAt: Instant): Promise<unknown>
  /**
   * The name of the task of ours that this answer solves, in time. Null for anything else: an answer that is wrong or
   * late, a task that somebody made themselves, or no answer at all.
   */
  solved(answer: string, at: Instant): Promise<string | null>
}
