import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT, quietEnvironment } from './project.mjs'

/**
 * Runs a command to its end. When this process is told to stop, the command is stopped first, so that no half-done
 * install or build goes on unseen.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, timeout?: number, input?: 'inherit' | 'ignore' }} [options]
 *   `quiet` keeps the output instead of showing it; `timeout` in milliseconds ends the command and all it started.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export const run = (command, args, { quiet = false, env = {}, timeout = 0, input = 'ignore' } = {}) =>
  new Promise((resolve) => {
    // Its own group, so that a time-out or a stop reaches its children too; not when it reads from the terminal.
    const ownGroup = input === 'ignore' && process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...quietEnvironment(), ...env },
      stdio: [input, quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: ownGroup,
    })
    let output = ''
    let timedOut = false
    const keep = (chunk) => (output += chunk)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)

    const end = (signal) => {
      if (!child.pid) return
      try {
        process.kill(ownGroup ? -child.pid : child.pid, signal)
      } catch {
        // It has ended by itself.
      }
    }
    const stopped = (signal) => {
      end('SIGTERM')
      process.exit(128 + constants.signals[signal])
    }
    const watched = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of watched) process.on(signal, stopped)
    const timer = timeout
      ? setTimeout(() => {
          timedOut = true
          end('SIGKILL')
        }, timeout)
      : undefined

    const finish = (code) => {
      clearTimeout(timer)
      for (const signal of watched) process.off(signal, stopped)
      resolve({ code, output, timedOut })
    }
    child.once('error', (error) => {
      output += error.message
      finish(127)
    })
    child.once('close', (code) => finish(code ?? 1))
  })

/**
 * Runs one of the project's own Node programs.
 *
 * @param {string} file
 * @param {readonly string[]} [args]
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (file, args = [], options) => run(process.execPath, [file, ...args], options)

/** The npm that started us, else the one on the path. */
export const runNpm = (args, options) => {
  const own = process.env.npm_execpath
  if (own?.endsWith('npm-cli.js')) return runNode(own, args, options)
  return process.platform === 'win32'
    ? run('cmd', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}
