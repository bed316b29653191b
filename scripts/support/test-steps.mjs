import { compilePackages } from './prepare.mjs'
import { at } from './project.mjs'
import { runNode } from './run.mjs'

/**
 * @typedef {Awaited<ReturnType<typeof runNode>> & { note?: string }} Outcome
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Outcome>} work
 * @property {string} [report] the JSON report of a step that is itself made of tests
 * @property {readonly string[]} [after] steps that have to be over before it begins
 */

const MINUTE = 60_000
const REPORTS = at('.stet/reports')

const node = (file, args = [], { timeout = 5 * MINUTE, env = {} } = {}) =>
  runNode(file, args, { quiet: true, timeout, env: { FORCE_COLOR: '0', NO_COLOR: '1', ...env } })

const tool = (file, args, options) => () => node(`node_modules/${file}`, args, options)

/** Types need what Next declares about the routes. Building declares it as well: nothing reads it meanwhile. */
const types = async () => {
  const declared = await tool('next/dist/bin/next', ['typegen'])()
  return declared.code === 0 ? tool('typescript/bin/tsc', ['--noEmit'])() : declared
}

/** @returns {Step} */
const vitest = (name, { projects = [name], after = [] } = {}) => {
  const report = `${REPORTS}/${name}.json`
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    ...{ name, report, after },
    work: tool('vitest/vitest.mjs', ['run', ...chosen, ...reporters], { timeout: 10 * MINUTE }),
  }
}

const browserReport = `${REPORTS}/browser.json`
const browser = async () => {
  const found = await node('scripts/find-browser.mjs', [], { timeout: 20 * MINUTE })
  if (found.code !== 0) return found
  const lines = found.output.split('\n')
  const note = lines.find((line) => line.startsWith('Browser:')) ?? ''
  const env = {
    CHROMIUM_PATH: note.slice(note.lastIndexOf(', ') + 2),
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  }
  const args = ['test', '--reporter=list,json']
  return { ...(await tool('@playwright/test/cli.js', args, { timeout: 30 * MINUTE, env })()), note }
}

const COMPILED = ['native parts']
const SERVED = ['build']

/**
 * In the order in which they begin, two at a time: the browser takes longest, so it comes as soon as there is something
 * to serve, and everything else runs beside it. What reads the text alone does not wait for the compiler.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  { name: 'native parts', work: compilePackages },
  { name: 'build', after: COMPILED, work: () => node('scripts/build.mjs', [], { timeout: 10 * MINUTE }) },
  { name: 'browser', work: browser, report: browserReport, after: SERVED },
  { name: 'formatting', work: tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  {
    name: 'boundaries',
    work: tool('dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['app', 'components', 'lib', 'server'],
      ...['--config', '.dependency-cruiser.cjs'],
    ]),
  },
  { name: 'dead code', work: tool('knip/bin/knip.js', []) },
  { name: 'lint', work: tool('eslint/bin/eslint.js', ['.']), after: SERVED },
  { name: 'types', work: types, after: SERVED },
  vitest('unit', { projects: ['unit', 'islands'], after: COMPILED }),
  vitest('contract', { after: COMPILED }),
  vitest('integration', { projects: ['integration', 'served'], after: SERVED }),
  vitest('architecture', { after: SERVED }),
]
