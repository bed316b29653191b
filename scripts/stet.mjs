#!/usr/bin/env node
// `npm run stet -- <command>`: the operator's command line; runs beside a server as well as without one.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareCli } = await import('./support/prepare.mjs')
const { runNode } = await import('./support/run.mjs')

await main(async () => {
  await prepareCli()
  const { code } = await runNode('.stet/cli.mjs', process.argv.slice(2), {
    input: 'inherit',
    env: { NODE_ENV: 'production' },
  })
  return code
})
