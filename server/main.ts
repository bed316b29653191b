import { pinoLog } from '../lib/adapters/pino-log'
import { MigrationRefused } from '../lib/db/migrations/plan-migrations'
import { type Env, EnvError, readEnv } from '../lib/env'
import { announce } from './process/announce'
import { endOnUncaught } from './process/crash'
import { REFUSED, Refusal } from './process/refusal'
import { endOnSignal } from './process/shut-down'
import { startServer } from './process/start-server'

const say = (line: string): void => console.log(line)

const environment = (): Env => {
  const env = readEnv()
  return process.argv.includes('--dev') ? { ...env, mode: 'development' } : env
}

const main = async (): Promise<void> => {
  const env = environment()
  const log = pinoLog()
  endOnUncaught(log)
  const server = await startServer({ env, log, root: process.cwd(), say })
  endOnSignal(() => server.stop())
  say(announce(env, server.setupToken))
}

main().catch((error: unknown) => {
  const refused = error instanceof EnvError || error instanceof Refusal || error instanceof MigrationRefused
  console.error(refused ? `\nStet does not start.\n${error.message}\n` : error)
  process.exit(refused ? REFUSED : 1)
})
