import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countStep } from '../../../scripts/support/test-count.mjs'

const folder = mkdtempSync(join(tmpdir(), 'stet-count-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const reportOf = (content: unknown): string => {
  const report = join(folder, 'report.json')
  writeFileSync(report, JSON.stringify(content))
  return report
}
const vitest = (passed: number, failed: number) =>
  reportOf({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, numTodoTests: 0 })

describe('what a step adds to the sum of npm test', () => {
  it('counts a step without tests as one', () => {
    expect(countStep({}, 0)).toMatchObject({ passed: 1, failed: 0 })
    expect(countStep({}, 2)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts the tests of a step that is made of tests', () => {
    expect(countStep({ report: vitest(7, 0) }, 0)).toEqual({ passed: 7, failed: 0, skipped: 1 })
    expect(countStep({ report: vitest(7, 2) }, 1)).toEqual({ passed: 7, failed: 2, skipped: 1 })
    const playwright = reportOf({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 2 } })
    expect(countStep({ report: playwright }, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('never takes a failed step for a good one', () => {
    expect(countStep({ report: vitest(7, 0) }, 1)).toMatchObject({ passed: 7, failed: 1 })
    expect(countStep({ report: join(folder, 'missing.json') }, 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('never takes a step that reported nothing for a good one', () => {
    expect(countStep({ report: join(folder, 'missing.json') }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})
