import { at } from './project.mjs'
import { runNode } from './run.mjs'

/**
 * @typedef {Awaited<ReturnType<typeof runNode>> & { note?: string }} Outcome
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Outcome>} work
 * @property {string} [report] the JSON report of a step that is itself made of tests
 */

const MINUTE = 60_000
const REPORTS = at('.stet/reports')

const node = (file, args = [], { timeout = 5 * MINUTE, env = {} } = {}) =>
  runNode(file, args, { quiet: true, timeout, env: { FORCE_COLOR: '0', NO_COLOR: '1', ...env } })

const tool = (file, args, options) => () => node(`node_modules/${file}`, args, options)

/** Types need what Next declares about the routes, so that comes first. */
const types = async () => {
  const declared = await tool('next/dist/bin/next', ['typegen'])()
  return declared.code === 0 ? tool('typescript/bin/tsc', ['--noEmit'])() : declared
}

/** @returns {Step} */
const vitest = (name, projects = [name]) => {
  const report = `${REPORTS}/${name}.json`
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name,
    report,
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

/**
 * Steps of a stage run two at a time, so that one works while the other waits. Cheap checks of the text first; the build
 * comes before the tests that start a real server; the browser, which takes longest, is not waited for at the end.
 *
 * @type {readonly (readonly Step[])[]}
 */
export const STAGES = [
  [
    { name: 'lint', work: tool('eslint/bin/eslint.js', ['.']) },
    { name: 'formatting', work: tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
    { name: 'types', work: types },
    {
      name: 'boundaries',
      work: tool('dependency-cruiser/bin/dependency-cruise.mjs', [
        'app',
        'components',
        'lib',
        'server',
        '--config',
        '.dependency-cruiser.cjs',
      ]),
    },
    { name: 'dead code', work: tool('knip/bin/knip.js', []) },
  ],
  [vitest('unit', ['unit', 'islands'])],
  [
    { name: 'build', work: () => node('scripts/build.mjs', [], { timeout: 10 * MINUTE }) },
    vitest('contract'),
  ],
  [
    { name: 'browser', work: browser, report: browserReport },
    vitest('integration', ['integration', 'served']),
    vitest('architecture'),
  ],
]
