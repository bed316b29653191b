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
  const built = Object.entries(outputs)
  return built.filter(
    ([own, { entryPoint }]) => !built.some(([file, { inputs }]) => file !== own && inputs[entryPoint]),
  )
}

/** Writes name → address and removes what no name points to. */
const publish = (outputs) => {
  const built = islandsAmong(outputs)
  const names = built.map(([file, { entryPoint }]) => [
    basename(entryPoint, '.ts'),
    `/islands/${basename(file)}`,
  ])
  const kept = new Set(built.map(([file]) => basename(file)))
  for (const file of readdirSync(TARGET)) if (!kept.has(file)) rmSync(`${TARGET}/${file}`)
  writeStamp(MANIFEST, `${JSON.stringify(Object.fromEntries(names.sort()), null, 2)}\n`)
}

/**
 * How an island is bundled.
 *
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
export const islandOptions = () => ({
  absWorkingDir: at('.'),
  entryPoints: entryPoints(),
  outdir: TARGET,
  entryNames: '[name]-[hash]',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  metafile: true,
  logLevel: 'warning',
})

/** Bundles the small custom elements of the reader pages into public/islands, names hashed by content. */
export const buildIslands = async () => {
  mkdirSync(TARGET, { recursive: true })
  const { build } = await import('esbuild')
  publish((await build(islandOptions())).metafile.outputs)
}

/** The same again after every change, for development: for as long as the process lives. */
export const watchIslands = async () => {
  mkdirSync(TARGET, { recursive: true })
  const { context } = await import('esbuild')
  const watching = await context({
    ...islandOptions(),
    plugins: [
      {
        name: 'publish',
        setup: (building) =>
          building.onEnd((result) => {
            if (result.errors.length === 0) publish(result.metafile.outputs)
          }),
      },
    ],
  })
  await watching.rebuild()
  await watching.watch()
}
