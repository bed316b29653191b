import { readFileSync } from 'node:fs'

/** Tests of a report, by outcome, or null without a report. Understands the JSON of vitest and of Playwright. */
const countReport = (file) => {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return report.stats
      ? {
          passed: report.stats.expected + report.stats.flaky,
          failed: report.stats.unexpected,
          skipped: report.stats.skipped,
        }
      : {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests + report.numTodoTests,
        }
  } catch {
    return null
  }
}

/**
 * What a finished step adds to the sum. A step made of tests counts as these; when it failed though none of them did
 * (a file that cannot be loaded, a time-out, no report), the step itself is the failure. Any other step counts as one.
 *
 * @param {{ report?: string }} step
 * @param {number} code exit code
 */
export const countStep = ({ report }, code) => {
  if (!report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const counted = countReport(report)
  if (!counted) return { passed: 0, failed: 1, skipped: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
