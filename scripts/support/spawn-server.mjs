import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { ROOT, at, quietEnvironment } from './project.mjs'

const LEASH = pathToFileURL(at('scripts/support/leash.mjs')).href

/**
 * Starts a server bundle as a child that writes to our terminal and ends with us.
 *
 * @param {string} file
 * @param {{ args?: readonly string[], env?: Record<string, string> }} [options]
 */
export const spawnServer = (file, { args = [], env = {} } = {}) =>
  spawn(process.execPath, ['--enable-source-maps', '--import', LEASH, file, ...args], {
    cwd: ROOT,
    env: { ...quietEnvironment(), ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Out of the terminal's group: Ctrl-C reaches it once, through us.
    detached: process.platform !== 'win32',
  })
