// Imported first by every script, alone: it must parse on any Node that knows ES modules, so that an old one is
// refused in plain words and not by a syntax error somewhere else.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const numbers = (version) => version.split('.').map(Number)

/** Understands what package.json says: `^20.19.0`, `>=24`, joined by `||`. */
export const accepts = (range, version) =>
  range.split('||').some((part) => {
    const [, sign, lowest] = /^\s*(\^|>=)\s*([\d.]+)\s*$/.exec(part) || []
    if (!lowest) return false
    const [major, minor = 0, patch = 0] = numbers(lowest)
    const [ownMajor, ownMinor, ownPatch] = numbers(version)
    if (ownMajor !== major) return sign === '>=' && ownMajor > major
    return ownMinor > minor || (ownMinor === minor && ownPatch >= patch)
  })

if (!accepts(engines.node, process.versions.node)) {
  process.stderr.write(
    `Stet needs Node.js ${engines.node}, and this is ${process.versions.node}.\n` +
      'Install a current version from nodejs.org (or with your version manager), then run the command again.\n',
  )
  process.exit(78)
}
