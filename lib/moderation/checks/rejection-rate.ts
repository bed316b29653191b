import { RECORD_DAYS, authorRecord } from './author-record'
import { type Check, PASS } from './check'

/** Of fewer decisions no share can be told. */
const ENOUGH = 3

/** Whose comments were often turned away lately. */
export const rejectionRate: Check = {
  name: 'rejection-rate',
  run: async (draft, { screening }, ports) => {
    if (screening.rejectionRate === 0) return PASS
    const { decided, against } = await authorRecord(draft, ports)
    const share = decided === 0 ? 0 : (100 * against) / decided
    if (decided < ENOUGH || share < screening.rejectionRate) return PASS
    return {
      level: 'hold',
      reason: `Of the person’s last ${decided} decided comments (${RECORD_DAYS} days), ${against} were turned away.`,
      evidence: { facts: { decided, against, limit: `${screening.rejectionRate} %` } },
    }
  },
}
