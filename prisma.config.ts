import { resolve } from 'node:path'
import { defineConfig } from 'prisma/config'

// Without this even `prisma generate` downloads an engine. Ours runs the same engine as WebAssembly.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= resolve(import.meta.dirname, 'scripts/schema-engine.mjs')

const url = process.env.DATABASE_URL ?? 'file:./data/stet.db'
const provider = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'

/** One folder per database, the same models in both (prisma/models, by link). */
export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
  datasource: { url },
})
