// node scripts/generate.mjs           makes the database clients (lib/db/generated) when the models have changed since
// node scripts/generate.mjs --check   ends with 1 when they have
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PROVIDERS, currentModels } from './schema-engine.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const STAMP = join(ROOT, 'lib/db/generated/models.sha256')

const fingerprint = () => {
  const schemas = PROVIDERS.map((provider) =>
    readFileSync(join(ROOT, 'prisma', provider, 'schema.prisma'), 'utf8'),
  )
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/prisma/package.json'), 'utf8'))
  return createHash('sha256')
    .update(JSON.stringify([currentModels(), schemas, version]))
    .digest('hex')
}

const generate = (provider) =>
  new Promise((done, failed) => {
    const prisma = join(ROOT, 'node_modules/prisma/build/index.js')
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
    const child = spawn(
      process.execPath,
      [prisma, 'generate', '--no-hints', '--schema', `prisma/${provider}`],
      {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`The ${provider} client could not be generated.\n${output}`)),
    )
  })

const wanted = fingerprint()
const stale = !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted
if (process.argv.includes('--check')) {
  process.exitCode = stale ? 1 : 0
} else if (stale) {
  await Promise.all(PROVIDERS.map(generate))
  writeFileSync(STAMP, wanted)
}
