#!/usr/bin/env node
// `npm test`: everything there is, on a fresh clone too. A failed step does not stop the next; the last line counts.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareReading } = await import('./support/prepare.mjs')

await main(async () => {
  await prepareReading()
  const { runTests } = await import('./support/test-run.mjs')
  return runTests()
})
