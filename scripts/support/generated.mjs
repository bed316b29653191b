import { fingerprint } from './fingerprint.mjs'
import { at } from './project.mjs'
import { runNode } from './run.mjs'
import { Refusal, saying } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const STAMP = at('lib/db/generated/.stamp')

const wanted = () =>
  fingerprint(['prisma', 'prisma.config.ts', 'scripts/generate.mjs', 'package-lock.json'], {
    skip: ['prisma/sqlite/migrations', 'prisma/postgresql/migrations'],
  })

/** Whether the database clients in lib/db/generated belong to the present schema. */
export const isGenerated = () => readStamp(STAMP) === wanted()

export const generate = async () => {
  const stamp = wanted()
  const { code, output } = await saying('Preparing the database clients', () =>
    runNode('scripts/generate.mjs', [], { quiet: true }),
  )
  if (code !== 0) {
    throw new Refusal('The database clients could not be generated; the lines above say why.', { output })
  }
  writeStamp(STAMP, stamp)
}
