import type { AuditEntry } from '../../kernel/audit'
import type { Instant } from '../../kernel/clock'
import type { UsedOnce } from '../used-once'

/** The app of one account. */
export interface SecondStep {
  readonly userId: string
  /** The app's secret, sealed. */
  readonly sealed: string
  readonly createdAt: Instant
  /** The session it was begun in; null from before that was kept. */
  readonly begunBy: string | null
  /** Null while nobody has shown that their app has it. */
  readonly confirmedAt: Instant | null
}

/** What is asked for beside the password. Each method is one transaction. */
export interface SecondStepStore {
  /** Begun or confirmed; null where nothing but the password is asked for. */
  find(userId: string): Promise<SecondStep | null>
  /** Instead of any that was begun before. False when one is confirmed already. */
  begin(step: Pick<SecondStep, 'userId' | 'sealed' | 'begunBy' | 'createdAt'>): Promise<boolean>
  /**
   * The app has it: from now on it is asked for. Stores the recovery codes and ends every session of that person but the
   * one it is done from. False when it is confirmed already, or another one was begun meanwhile.
   */
  confirm(
    begun: Pick<SecondStep, 'userId' | 'sealed'>,
    proof: {
      readonly step: number
      readonly codes: readonly string[]
      readonly at: Instant
      readonly here: string
    },
    audit: AuditEntry,
  ): Promise<boolean>
  /** True once for each half minute, and never for one before the last that was used. */
  useStep(userId: string, step: number): Promise<boolean>
  /** True once for each code. By its hash. */
  useRecoveryCode(userId: string, hash: string, at: Instant, audit: AuditEntry): Promise<boolean>
  /** A ticket has opened its session. True once for each, by its hash; it is forgotten when it would be over anyway. */
  useTicket(ticket: UsedOnce): Promise<boolean>
  /** How many were not used yet. */
  recoveryCodesLeft(userId: string): Promise<number>
  /** Nothing is asked for any more; every session of that person ends. False when there was nothing. */
  remove(userId: string, at: Instant, audit: AuditEntry): Promise<boolean>
}
