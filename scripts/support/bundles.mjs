import { existsSync, rmSync } from 'node:fs'
import { at } from './project.mjs'

/** Our own Node programs: name of the bundle → where it starts. */
const PROGRAMS = {
  server: 'server/main.ts',
  cli: 'server/cli.ts',
  pictures: 'server/pictures.ts',
  'log-copier': 'server/log-copier.ts',
  'file-check': 'server/file-check.ts',
  'comment-writer': 'server/comment-writer.ts',
  'search-keeper': 'server/search-keeper.ts',
  demo: 'server/demo/seed.ts',
}

/**
 * Next's entry points have no map of exports, so that Node wants their file extension (`next/headers.js`); inside
 * the pages' own build the bare name is right.
 */
const nextFiles = {
  name: 'next-files',
  setup: (building) =>
    building.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true })),
}

const options = (name, outdir) => ({
  absWorkingDir: at('.'),
  entryPoints: { [name]: at(PROGRAMS[name]) },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What is imported late stays a file of its own, packages it wants included: React must not be loaded before its mode is known.
  splitting: true,
  chunkNames: `${name}/[name]-[hash]`,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [nextFiles],
  sourcemap: true,
  logLevel: 'warning',
})

const existing = () => Object.keys(PROGRAMS).filter((name) => existsSync(at(PROGRAMS[name])))

/** Bundles server, command line and demo seed to `.stet/<name>.mjs`, packages left outside. */
export const buildBundles = async (names = existing()) => {
  const { build } = await import('esbuild')
  for (const name of names) {
    rmSync(at(`.stet/${name}`), { recursive: true, force: true })
    await build(options(name, at('.stet')))
  }
}

/**
 * Bundles the server for development and calls back after every successful build, the first included; for
 * as long as the process lives.
 *
 * @param {() => void} onBuilt
 */
export const watchServer = async (onBuilt) => {
  const { context } = await import('esbuild')
  const base = options('server', at('.stet/dev'))
  const watching = await context({
    ...base,
    plugins: [
      ...base.plugins,
      {
        name: 'built',
        setup: (building) =>
          building.onEnd((result) => {
            if (result.errors.length === 0) onBuilt()
          }),
      },
    ],
  })
  await watching.watch()
}
