import { DAY } from '../kernel/clock'

/** What address blocks are hashed with changes every thirty days. */
export const SALT_PERIOD = 30 * DAY
/** Earlier periods whose salt is still known: a block can be recognised for thirty days at least, for ninety at most. */
export const SALTS_KEPT = 2

/** Port: the salts of the address blocks. What is forgotten here can be found out by nobody, whatever else they hold. */
export interface AddressSalts {
  /**
   * The salts of this period and of those before it that are still known, newest first. The first to ask in a period
   * gives it its salt (`fresh`), for every instance, and forgets those older than SALTS_KEPT in the same transaction.
   *
   * @param period whole periods since 1970
   */
  live(period: number, fresh: () => string): Promise<readonly string[]>
}
