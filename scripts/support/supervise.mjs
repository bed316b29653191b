import { say } from './say.mjs'
import { spawnServer } from './spawn-server.mjs'

/** Exit code (EX_CONFIG of sysexits.h) of a server that refuses to run as it is told: starting it again changes nothing. */
const REFUSED = 78

/** Exit code (EX_TEMPFAIL) of a server that cannot start yet, because a database does not answer, say. */
const NOT_NOW = 75

/** A server that lived this long (ms) was well: its crash starts a new count. */
const WELL_MS = 10_000
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 30_000
/** A server that never was well is given up after so many attempts: somebody has to look. */
const ATTEMPTS = 6

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP']

const PARENT = process.ppid
const ORPHAN_CHECK_MS = 500

/**
 * npm runs us through a shell that keeps SIGTERM to itself: `kill <pid of npm start>` would leave us running. Having
 * lost that shell is the signal. Started without npm, we may outlive whoever started us.
 */
const onLostNpm = (stop) =>
  setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== PARENT) stop()
  }, ORPHAN_CHECK_MS).unref()

/**
 * Keeps a Node program running: started again within 2 s after a crash, later and later when it crashes at once, not
 * at all after a refusal or an orderly end. Signals to stop are passed on; their second one kills.
 *
 * @param {string} file
 * @param {Parameters<typeof spawnServer>[1]} [options]
 * @returns {Promise<number>} the exit code to pass on
 */
export const supervise = (file, options) =>
  new Promise((resolve) => {
    let child
    let timer
    let stopping = false
    let wasWell = false
    let crashes = 0

    const finish = (code) => {
      clearTimeout(timer)
      clearInterval(watch)
      for (const signal of STOPPING) process.off(signal, stop)
      resolve(code)
    }
    const stop = (signal) => {
      if (!child) return finish(0)
      child.kill(stopping ? 'SIGKILL' : signal === 'SIGHUP' ? 'SIGTERM' : signal)
      stopping = true
    }
    for (const signal of STOPPING) process.on(signal, stop)
    const watch = onLostNpm(() => {
      clearInterval(watch)
      stop('SIGTERM')
    })

    const start = () => {
      const from = performance.now()
      child = spawnServer(file, options)
      child.once('exit', (code, signal) => {
        child = undefined
        if (stopping || code === 0 || code === REFUSED) return finish(code ?? 0)
        const lived = performance.now() - from
        if (lived >= WELL_MS) wasWell = true
        crashes = lived >= WELL_MS ? 1 : crashes + 1
        if (!wasWell && crashes >= ATTEMPTS) {
          say(`The server could not stay up ${crashes} times; giving up. The lines above say why.`)
          return finish(code ?? 1)
        }
        const delay = Math.min(FIRST_DELAY_MS * 2 ** (crashes - 1), LONGEST_DELAY_MS)
        const what =
          code === NOT_NOW
            ? 'Trying'
            : `The server ended unexpectedly (${signal ?? `exit code ${code}`}); trying`
        say(`${what} again in ${delay / 1000} s.`)
        timer = setTimeout(start, delay)
      })
    }
    start()
  })
