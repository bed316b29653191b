import { inProcessBus } from '../../lib/adapters/in-process-bus'
import { pinoLog } from '../../lib/adapters/pino-log'
import { systemClock } from '../../lib/adapters/system-clock'
import { migrate } from '../../lib/db/migrate'
import { readEnv } from '../../lib/env'
import { drainOutbox } from '../../lib/outbox/run-outbox'
import { makeDataDir } from '../process/data-dir'
import { openHouse } from '../process/open-house'
import { exitCodeOf, startTrouble, whereabouts } from '../process/start-trouble'
import { STAFF } from './content/people'
import { DemoClock } from './demo-clock'
import { fill } from './fill'
import { signInSheet } from './sign-in-sheet'

const say = (line: string): void => console.log(line)

/** Fills the demo's data folder when it is empty, and prints how to sign in as each role. */
const seed = async (): Promise<void> => {
  const env = readEnv()
  makeDataDir(env.dataDir)
  await migrate({ url: env.databaseUrl, root: process.cwd() })
  const now = systemClock.now()
  const clock = new DemoClock(now)
  const onFatal = (error: Error): never => {
    throw error
  }
  const { stet, database, outboxStore } = await openHouse({ ...env, rateLimits: false }, onFatal, clock)
  try {
    const outcome = await fill(stet, clock, now)
    if (outcome === 'unfinished') {
      throw new Error(
        `Filling the demo was interrupted earlier. Delete the folder ${env.dataDir} and run npm run demo again.`,
      )
    }
    // Nobody was listening while the past was written: its effects are not for the server to carry out.
    if (outcome === 'filled') await drainOutbox({ outboxStore, bus: inProcessBus(), clock, log: pinoLog() })
    const isDemo = await stet.ports.accountStore.findUserByEmailKey(STAFF.ada.email)
    say(
      isDemo
        ? `\n${signInSheet(env.publicOrigin)}\n`
        : '\nAnother publication lives here; nothing was touched.\n',
    )
  } finally {
    await database.close()
  }
}

seed().catch((error: unknown) => {
  const trouble = startTrouble(error, whereabouts())
  const message = trouble?.message ?? (error instanceof Error ? error.message : null)
  console.error(message === null ? error : `\nThe demo could not be filled.\n${message}\n`)
  process.exitCode = trouble ? exitCodeOf(trouble) : 1
})
