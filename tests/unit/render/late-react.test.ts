import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** Files that are loaded as soon as this one is. */
const loadedWith = (
  file: string,
  outputs: Record<string, { imports: { path: string; kind: string }[] }>,
): string[] => {
  const at = new Set([file])
  for (const one of at) {
    for (const { path, kind } of outputs[one]?.imports ?? []) if (kind === 'import-statement') at.add(path)
  }
  return [...at]
}

it('the server does not load React before it knows its mode', async () => {
  const { metafile } = await build({
    ...{
      entryPoints: { server: 'server/main.ts' },
      outdir: 'out',
      bundle: true,
      splitting: true,
      format: 'esm',
    },
    ...{ platform: 'node', packages: 'external', write: false, metafile: true },
  })
  const first = loadedWith('out/server.js', metafile.outputs)
  expect(first.filter((path) => /^react(-dom)?(\/|$)/.test(path))).toEqual([])
  const late = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  expect(late).toContain('react-dom/server')
})
