#!/usr/bin/env node
// Which browser do the tests use? Prints its path to standard output, and how it was found to standard error.
// `--installed` looks only and installs nothing.
import './support/require-node.mjs'

const { main, say, Refusal } = await import('./support/say.mjs')
const { findBrowser } = await import('./support/browser.mjs')

await main(async () => {
  const found = await findBrowser({ mayInstall: !process.argv.includes('--installed') })
  if (!found) {
    throw new Refusal(
      'No Chromium was found. Install one (Debian: `apt-get install chromium`; anywhere: ' +
        '`npx playwright install --with-deps chromium`) or name one in CHROMIUM_PATH.',
    )
  }
  say(`Browser: ${found.how}, ${found.version}, ${found.path}`)
  process.stdout.write(`${found.path}\n`)
})
