import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { at } from './project.mjs'
import { countStep } from './test-count.mjs'
import { STEPS } from './test-steps.mjs'

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

/** How many steps run side by side: one works while the other waits. */
const LANES = Math.min(2, availableParallelism())

/** Runs all of them, each as soon as there is a lane for it and the steps it needs are over, however they ended. */
const runAll = async (steps) => {
  const waiting = [...steps]
  const running = new Map()
  const over = new Set()
  const counts = []
  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex(({ after = [] }) => after.every((name) => over.has(name)))
    if (running.size < LANES && next >= 0) {
      const [step] = waiting.splice(next, 1)
      running.set(
        step.name,
        runStep(step).then((count) => ({ step, count })),
      )
      continue
    }
    if (running.size === 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')}: nobody begins`)
    const { step, count } = await Promise.race(running.values())
    running.delete(step.name)
    over.add(step.name)
    counts.push(count)
  }
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
  const counts = await runAll(STEPS)
  const sum = (outcome) => counts.reduce((total, count) => total + count[outcome], 0)
  const failed = sum('failed')
  print(`\n${((performance.now() - from) / 60_000).toFixed(1)} minutes, ${sum('skipped')} skipped`)
  print(`${sum('passed')} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
