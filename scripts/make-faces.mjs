#!/usr/bin/env node
// `npm run faces`: app/faces anew, after the packages they are cut from or what is cut from them (support/faces.mjs) changed.
import { writeFileSync } from 'node:fs'
import { makeFaces } from './support/faces.mjs'
import { at } from './support/project.mjs'
import { main, say } from './support/say.mjs'

await main(async () => {
  for (const [name, bytes] of await makeFaces()) {
    writeFileSync(at(`app/faces/${name}`), bytes)
    say(`${name} ${bytes.length}`)
  }
})
