import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { at } from './project.mjs'
import { writeStamp } from './stamp.mjs'

const SOURCE = at('components/islands')
const TARGET = at('public/islands')
export const MANIFEST = at('.stet/islands.json')

/** Every file directly in components/islands may be an island … */
const entryPoints = () =>
  existsSync(SOURCE)
    ? readdirSync(SOURCE, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^[a-z0-9-]+\.ts$/.test(entry.name))
        .map((entry) => `${SOURCE}/${entry.name}`)
        .sort()
    : []

/** … unless another one is made of it. */
const islandsAmong = (outputs) => {
  const built = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint)
  return built.filter(
    ([own, { entryPoint }]) => !built.some(([file, { inputs }]) => file !== own && inputs[entryPoint]),
  )
}

/** Writes name → address and removes what belongs to none of them. What islands share has no name. */
const publish = (outputs) => {
  const islands = islandsAmong(outputs)
  const names = islands.map(([file, { entryPoint }]) => [
    basename(entryPoint).replace(/(\.island)?\.tsx?$/, ''),
    `/islands/${basename(file)}`,
  ])
  const shared = Object.entries(outputs).filter(([, { entryPoint }]) => !entryPoint)
  const kept = new Set([...islands, ...shared].map(([file]) => basename(file)))
  for (const file of readdirSync(TARGET)) if (!kept.has(file)) rmSync(`${TARGET}/${file}`)
  writeStamp(MANIFEST, `${JSON.stringify(Object.fromEntries(names.sort()), null, 2)}\n`)
}

const BUNDLED = {
  absWorkingDir: at('.'),
  outdir: TARGET,
  entryNames: '[name]-[hash]',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  metafile: true,
  logLevel: 'warning',
}

/**
 * How an island of the reader pages is bundled: what it asks for late is a file of its own.
 *
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export const islandOptions = () => ({
  ...BUNDLED,
  entryPoints: entryPoints(),
  splitting: true,
  chunkNames: '[name]-[hash]',
})

/**
 * How the sheet of the studio is bundled: with React, once, and in parts, so that what is asked for late comes late
 * (decision 39).
 *
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export const sheetOptions = () => ({
  ...BUNDLED,
  entryPoints: { sheet: at('components/studio/sheet.island.tsx') },
  splitting: true,
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
})

const BUNDLES = [islandOptions, sheetOptions]

/** Bundles what pages load beside the framework into public/islands, names hashed by content. */
export const buildIslands = async () => {
  mkdirSync(TARGET, { recursive: true })
  const { build } = await import('esbuild')
  const built = await Promise.all(BUNDLES.map((options) => build(options())))
  publish(Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)))
}

/** The same again after every change, for development: for as long as the process lives. */
export const watchIslands = async () => {
  mkdirSync(TARGET, { recursive: true })
  const { context } = await import('esbuild')
  const outputs = BUNDLES.map(() => null)
  const publishing = (index) => ({
    name: 'publish',
    setup: (building) =>
      building.onEnd((result) => {
        if (result.errors.length > 0) return
        outputs[index] = result.metafile.outputs
        if (outputs.every(Boolean)) publish(Object.assign({}, ...outputs))
      }),
  })
  for (const [index, options] of BUNDLES.entries()) {
    const watching = await context({ ...options(), plugins: [publishing(index)] })
    await watching.rebuild()
    await watching.watch()
  }
}
