import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Written by the build before the pages: island → address below public/. */
const manifest = (): string => join(/* turbopackIgnore: true */ process.cwd(), '.stet', 'islands.json')

let kept: { readonly changedAt: number; readonly addresses: ReadonlyMap<string, string> } | undefined

const addresses = (): ReadonlyMap<string, string> => {
  const { mtimeMs } = statSync(manifest())
  if (kept?.changedAt !== mtimeMs) {
    const listed: unknown = JSON.parse(readFileSync(manifest(), 'utf8'))
    const pairs = Object.entries(listed ?? {}).flatMap(([name, address]: [string, unknown]) =>
      typeof address === 'string' ? [[name, address] as const] : [],
    )
    kept = { changedAt: mtimeMs, addresses: new Map(pairs) }
  }
  return kept.addresses
}

/**
 * Site-relative address of an island's module, for example `/islands/reader-3FQ2KX7A.js`. The name carries a hash of
 * the content, so that browsers keep it for ever; while developing, the manifest is read again when it changed.
 */
export const islandAddress = (name: string): string => {
  const address = addresses().get(name)
  if (!address) throw new Error(`There is no island "${name}" in components/islands: run the build.`)
  return address
}
