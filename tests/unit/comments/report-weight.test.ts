import { describe, expect, it } from 'vitest'
import { NEWCOMERS_TOGETHER, NEWCOMER_WEIGHT, reportWeight } from '../../../lib/comments/report-weight'

describe('what a report weighs', () => {
  it('is more for one reader who was right twenty times than for a hundred newcomers, or a million', () => {
    const newcomer = reportWeight({ agreed: 0, dismissed: 0 })
    const proven = reportWeight({ agreed: 20, dismissed: 0 })
    expect(newcomer).toBe(NEWCOMER_WEIGHT)
    expect(100 * newcomer).toBeLessThan(proven)
    expect(NEWCOMERS_TOGETHER).toBeLessThan(proven)
  })

  it('grows with every right report, and falls with every wrong one', () => {
    const weights = [1, 2, 5, 20, 100].map((agreed) => reportWeight({ agreed, dismissed: 0 }))
    expect(weights).toEqual([...weights].sort((a, b) => a - b))
    expect(reportWeight({ agreed: 10, dismissed: 5 })).toBeLessThan(
      reportWeight({ agreed: 10, dismissed: 1 }),
    )
  })

  it('is less than a newcomer’s for a record of errors, and never nothing', () => {
    expect(reportWeight({ agreed: 0, dismissed: 9 })).toBe(1)
    expect(reportWeight({ agreed: 0, dismissed: 1 })).toBe(1)
  })
})
