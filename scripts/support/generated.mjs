import { runNode } from './run.mjs'
import { Refusal, saying } from './say.mjs'

/** Whether the database clients in lib/db/generated belong to the present models. */
export const isGenerated = async () =>
  (await runNode('scripts/generate.mjs', ['--check'], { quiet: true })).code === 0

export const generate = async () => {
  const { code, output } = await saying('Preparing the database clients', () =>
    runNode('scripts/generate.mjs', [], { quiet: true }),
  )
  if (code !== 0) {
    throw new Refusal('The database clients could not be generated; the lines above say why.', { output })
  }
}
