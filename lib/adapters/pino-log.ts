import pino, { type DestinationStream } from 'pino'
import type { Log } from '../kernel/log'

/** Names under which a secret might slip into a line by mistake; the rule is not to pass any. */
const SECRET = ['password', 'secret', 'token', 'cookie', 'authorization', '*.password', '*.secret', '*.token']

/**
 * JSON lines on stderr (stdout belongs to what we tell people), control characters escaped by JSON itself. Written at
 * once: the line that says why a process ends must not be lost with it.
 */
export const pinoLog = (destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log => {
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: SECRET, censor: '[secret]' } },
    destination,
  )
  return {
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
  }
}
