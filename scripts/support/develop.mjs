import { watchServer } from './bundles.mjs'
import { watchIslands } from './islands.mjs'
import { say } from './say.mjs'
import { spawnServer } from './spawn-server.mjs'

/** A server that does not end in this time (ms) after a change is killed. */
const PATIENCE_MS = 5_000

const startServer = () =>
  spawnServer('.stet/dev/server.mjs', { args: ['--dev'], env: { NODE_ENV: 'development' } })

/** Resolves when the process has ended. */
const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', resolve)
  })

const stopServer = async (child) => {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended(child)
  clearTimeout(timer)
}

/**
 * Serves with hot reload until told to stop. A server that crashed waits for the next change.
 *
 * @returns {Promise<number>} the exit code to pass on; bundlers may still be watching then
 */
export const develop = async () => {
  let server
  let stopping = false
  let queue = Promise.resolve()
  const restart = async () => {
    if (server) {
      say('The server’s code changed; starting it again…')
      await stopServer(server)
    }
    if (stopping) return
    const own = startServer()
    server = own
    own.once('exit', (code) => {
      if (code && server === own)
        say(`The server ended with exit code ${code}; it starts again after the next change.`)
    })
  }
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
  })
  await watchIslands()
  await watchServer(() => {
    queue = queue.then(restart)
  })
  await stopped
  stopping = true
  await queue
  if (server) await stopServer(server)
  return 0
}
