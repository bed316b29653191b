import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { at } from './project.mjs'
import { countStep } from './test-count.mjs'
import { STAGES } from './test-steps.mjs'

const print = (text) => process.stdout.write(`${text}\n`)

/** Runs one step and says how it went; the output only when it failed. */
const runStep = async (step) => {
  const from = performance.now()
  if (step.report) rmSync(step.report, { force: true })
  const { code, output, timedOut, note } = await step.work()
  const count = countStep(step, code)
  const seconds = ((performance.now() - from) / 1000).toFixed(1).padStart(6)
  const tests = step.report
    ? `  ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
    : ''
  if (code !== 0) print(`\n${output.trimEnd()}\n`)
  if (note) print(`       ${note}`)
  print(
    `${code === 0 ? 'ok  ' : 'FAIL'}  ${step.name.padEnd(13)}${seconds} s${tests}${timedOut ? '  (took too long, ended)' : ''}`,
  )
  return count
}

const runStage = async (steps) => {
  const waiting = [...steps]
  const counts = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
  return counts
}

/**
 * Runs every step, whatever failed before it, and ends with one line.
 *
 * @returns {Promise<number>} exit code
 */
export const runTests = async () => {
  const from = performance.now()
  mkdirSync(at('.stet/reports'), { recursive: true })
  const counts = []
  for (const stage of STAGES) counts.push(...(await runStage(stage)))
  const sum = (outcome) => counts.reduce((total, count) => total + count[outcome], 0)
  const failed = sum('failed')
  print(`\n${((performance.now() - from) / 60_000).toFixed(1)} minutes, ${sum('skipped')} skipped`)
  print(`${sum('passed')} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
