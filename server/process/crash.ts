import type { Log } from '../../lib/kernel/log'

/** A visitor who left while Next was rendering for them. */
const LEFT: ReadonlySet<string> = new Set(['AbortError', 'ResponseAborted'])

const isLeft = (error: unknown): boolean => error instanceof Error && LEFT.has(error.name)

const factsOf = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) }

/**
 * What nobody expected ends the process: its state can no longer be trusted, and the supervisor has a new one in
 * under two seconds. Next listens for these too, and would go on.
 */
export const endOnUncaught = (log: Log): void => {
  const end =
    (what: string) =>
    (error: unknown): void => {
      if (isLeft(error)) return
      log.error(factsOf(error), `${what}: the server ends`)
      process.exit(1)
    }
  process.on('uncaughtException', end('An error nobody caught'))
  process.on('unhandledRejection', end('A rejection nobody caught'))
}

/** For the disk that failed under the database: nothing after it can be trusted either. */
export const endOnFatal =
  (log: Log) =>
  (error: unknown): void => {
    log.error(factsOf(error), 'The disk failed: the server ends')
    process.exit(1)
  }
