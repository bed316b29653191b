#!/usr/bin/env node
// `npm start`: from a fresh clone to a serving publication, and again in seconds. Needs Node and npm, nothing else.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareBuild } = await import('./support/prepare.mjs')
const { supervise } = await import('./support/supervise.mjs')

await main(async () => {
  await prepareBuild()
  return supervise('.stet/server.mjs', { env: { NODE_ENV: 'production' } })
})
