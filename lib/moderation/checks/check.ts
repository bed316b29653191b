import type { Opinion } from '../../comments/comment-store'
import type { Draft } from '../../comments/screening'
import type { Ports } from '../../ports'
import type { SiteSettings } from '../../settings/site-settings'

/** What a check may look at beside the text. */
export type CheckPorts = Pick<
  Ports,
  | 'commentStore'
  | 'peopleReader'
  | 'threadReader'
  | 'wordListStore'
  | 'screeningReader'
  | 'outbound'
  | 'secrets'
  | 'publicOrigin'
  | 'akismetUrl'
  | 'proofOfWork'
  | 'limits'
>

/** What one check finds; the screening adds its name. */
export interface Finding extends Omit<Opinion, 'check'> {
  /**
   * A sentence for the author, told before anything is stored, after which they may post all the same. Only where
   * it helps a person and teaches a machine nothing: not with `spam`, and nothing about anybody else's comments.
   */
  readonly nudge?: string
}

/** One question about a text. It answers for itself alone, and may throw: then a person looks at the text. */
export interface Check {
  readonly name: string
  /** It tells somebody elsewhere of the text: only of what is posted, and only where the owner wants it. */
  readonly leavesTheHouse?: boolean
  /**
   * It looks at how a comment came, not at its words: what it found stands as long as the comment waits, whatever its
   * author writes instead. An edit came in another way and is not asked about.
   */
  readonly ofArrival?: boolean
  /** What it finds in this text, by the owner's choices. */
  run(draft: Draft, settings: SiteSettings, ports: CheckPorts): Finding | Promise<Finding>
}

export const PASS: Finding = { level: 'pass', reason: '', evidence: {} }
