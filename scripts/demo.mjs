#!/usr/bin/env node
// `npm run demo`: a filled publication in a data folder of its own, to look at and to play with.
import './support/require-node.mjs'

const { main, say } = await import('./support/say.mjs')
const { prepareBuild } = await import('./support/prepare.mjs')
const { runNode } = await import('./support/run.mjs')
const { supervise } = await import('./support/supervise.mjs')

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

await main(async () => {
  await prepareBuild()
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: process.env.DATA_DIR || 'data-demo',
    // Somebody who plays with a demo posts faster than a reader; only on this machine.
    ...(LOOPBACK.includes(process.env.HOST || '127.0.0.1') ? { RATE_LIMITS: 'off' } : {}),
  }
  say('Filling the demo publication (only when it is empty)…')
  // The seed prints how to sign in as each role, whether it filled anything or not.
  const { code } = await runNode('.stet/demo.mjs', [], { env })
  return code === 0 ? supervise('.stet/server.mjs', { env }) : code
})
