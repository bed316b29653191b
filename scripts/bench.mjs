#!/usr/bin/env node
// `npm run bench [-- --json FILE]`: the built server under load, each line beside a yardstick of the same run.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareBuild } = await import('./support/prepare.mjs')
const { run } = await import('./support/run.mjs')

await main(async () => {
  await prepareBuild()
  const args = ['--import', 'tsx', 'tests/bench/bench.ts', ...process.argv.slice(2)]
  return (await run(process.execPath, args, { env: { NODE_ENV: 'production' } })).code
})
