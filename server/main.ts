import { pinoLog } from '../lib/adapters/pino-log'
import { type Env, readEnv } from '../lib/env'
import { announce } from './process/announce'
import { endOnUncaught } from './process/crash'
import { endOnSignal } from './process/shut-down'
import { startServer } from './process/start-server'
import { exitCodeOf, startTrouble, whereabouts } from './process/start-trouble'

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
  const trouble = startTrouble(error, whereabouts())
  console.error(trouble ? `\nStet does not start.\n${trouble.message}\n` : error)
  process.exit(trouble ? exitCodeOf(trouble) : 1)
})
