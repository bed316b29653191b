import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync } from 'esbuild'
import { PROJECT } from './database'

/** Two levels below the project, as our sources are: packages and files are found from there. */
const FOLDER = join(PROJECT, '.stet/children')
const made = new Map<string, string>()

/**
 * A TypeScript program as one file that Node runs by itself: translated once for all processes a test starts of it,
 * where a loader would translate every file of it again in each. Packages stay outside.
 *
 * @param program absolute
 * @returns absolute path of the bundle
 */
export const bundled = (program: string): string => {
  const known = made.get(program)
  if (known !== undefined) return known
  const path = join(FOLDER, `${basename(program, '.ts')}.mjs`)
  const { outputFiles } = buildSync({
    ...{ absWorkingDir: PROJECT, entryPoints: [program], outfile: path, write: false, logLevel: 'warning' },
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20' },
  })
  mkdirSync(FOLDER, { recursive: true })
  // Another test may start it just now.
  const whole = `${path}.${process.pid}`
  writeFileSync(whole, outputFiles[0]?.contents ?? '')
  renameSync(whole, path)
  made.set(program, path)
  return path
}
