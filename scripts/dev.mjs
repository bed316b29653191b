#!/usr/bin/env node
// `npm run dev`: as `npm start`, but what you change is what you see. Pages reload through Next; a change below
// server/ or lib/ restarts the server; islands are bundled anew.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareSources } = await import('./support/prepare.mjs')

await main(async () => {
  await prepareSources()
  const { develop } = await import('./support/develop.mjs')
  // Not by itself: a bundler that is just building keeps the process alive.
  process.exit(await develop())
})
