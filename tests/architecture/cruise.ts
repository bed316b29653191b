import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})
export type CruiseSummary = z.infer<typeof report>['summary']

/** Runs dependency-cruiser with the project's rules over the rooms below `folder`. */
export const cruise = (folder = ROOT): CruiseSummary => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      PROGRAM,
      'app',
      'components',
      'lib',
      'server',
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (!stdout) throw new Error(`dependency-cruiser said nothing but: ${stderr}`)
  return report.parse(JSON.parse(stdout)).summary
}

/** Names of all rules, read from the configuration itself. */
export const ruleNames = (): readonly string[] => {
  const config = z
    .object({ forbidden: z.array(z.object({ name: z.string() })) })
    .parse(createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')))
  return config.forbidden.map(({ name }) => name)
}
