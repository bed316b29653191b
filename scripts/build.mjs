#!/usr/bin/env node
// `npm run build`: islands, pages and server from the present sources, whether they changed or not.
import './support/require-node.mjs'

const { main } = await import('./support/say.mjs')
const { prepareSources } = await import('./support/prepare.mjs')
const { withWorkshop } = await import('./support/workshop-lock.mjs')

await main(async () => {
  await prepareSources()
  const { build } = await import('./support/built.mjs')
  await withWorkshop(() => build({ quiet: false }))
})
