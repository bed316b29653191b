import { generate, isGenerated } from './generated.mjs'
import { compile, install, isInstalled, isUnpacked, unpack } from './install.mjs'
import { withWorkshop } from './workshop-lock.mjs'

/** What a command may need, in order. Loaded late: the builders import packages that may not be installed yet. */
const INSTALLED = { isDone: isInstalled, make: install }
const UNPACKED = { isDone: isUnpacked, make: unpack }
const GENERATED = { isDone: isGenerated, make: generate }
const BUILT = {
  isDone: async () => (await import('./built.mjs')).isBuilt(),
  make: async () => (await import('./built.mjs')).build(),
}
const CLI = {
  isDone: async () => (await import('./built.mjs')).hasCurrentCli(),
  make: async () => (await import('./built.mjs')).buildCli(),
}

const ensure = async (steps) => {
  const missing = async () => {
    for (const step of steps) if (!(await step.isDone())) return step
    return undefined
  }
  if (!(await missing())) return
  await withWorkshop(async () => {
    // Asked again inside: another command may have done it while this one waited.
    for (let step = await missing(), last; step && step !== last; last = step, step = await missing()) {
      await step.make()
    }
  })
}

/** What reading the sources needs, database clients included; what runs them needs `compilePackages` as well. */
export const prepareReading = () => ensure([UNPACKED, GENERATED])
/** What is left of installing packages; as a command's outcome (support/run.mjs). */
export const compilePackages = () => withWorkshop(compile)
/** Packages and database clients: enough for development. */
export const prepareSources = () => ensure([INSTALLED, GENERATED])
/** … and a current build: what is served. */
export const prepareBuild = () => ensure([INSTALLED, GENERATED, BUILT])
/** … or only the command line, which leaves the pages of a running server alone. */
export const prepareCli = () => ensure([INSTALLED, GENERATED, CLI])
