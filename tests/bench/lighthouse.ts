import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

/** The last that runs on Node 20. */
const VERSION = '12.8.2'

const report = z.object({
  lhr: z.object({
    /** Why there is no result: the page or the recording failed. */
    runtimeError: z.object({ code: z.string() }).optional(),
    categories: z.record(
      z.string(),
      z.object({
        score: z.number().nullable(),
        auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
      }),
    ),
    audits: z.record(
      z.string(),
      z.object({ score: z.number().nullable(), numericValue: z.number().optional() }),
    ),
  }),
})
export type LighthouseReport = z.infer<typeof report>['lhr']

export type Lighthouse = (url: string, port: number) => Promise<LighthouseReport>

/**
 * Lighthouse is 190 MB that only this bench wants: it is no package of ours, but installed from the registry into
 * `.stet/lighthouse` when a bench asks for it first.
 */
export const openLighthouse = async (root: string, say: (line: string) => void): Promise<Lighthouse> => {
  const folder = join(root, '.stet/lighthouse')
  const entry = join(folder, 'node_modules/lighthouse/core/index.js')
  if (!existsSync(entry)) {
    say(`Installing Lighthouse ${VERSION} (190 MB, once)…`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const options = ['--no-audit', '--no-fund', '--no-save', '--prefer-offline']
    await promisify(execFile)('npm', ['install', ...options, `lighthouse@${VERSION}`], { cwd: folder })
  }
  const module: unknown = await import(pathToFileURL(entry).href)
  const { default: run } = z
    .object({ default: z.custom<(url: string, flags: object) => Promise<unknown>>() })
    .parse(module)
  return async (url, port) => {
    const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo']
    const answer = await run(url, { port, output: 'json', logLevel: 'silent', onlyCategories })
    return report.parse(answer).lhr
  }
}
