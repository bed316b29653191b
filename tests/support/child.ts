import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { bundled } from './bundled'
import { PROJECT } from './database'

export interface Child {
  readonly process: ChildProcess
  /** What it printed so far, line by line. */
  readonly lines: readonly string[]
  /** The same of its standard error. */
  readonly complaints: readonly string[]
  /** The first line, past or future, that the test accepts. Rejects when the process ends without it. */
  line(accepts: (line: string) => boolean): Promise<string>
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** A process of its own that runs a TypeScript file of tests/integration/children. */
export const startChild = (file: string, ...args: readonly string[]): Child => {
  const program = bundled(resolve(PROJECT, 'tests/integration/children', file))
  const child = spawn(process.execPath, [program, ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const complaints: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line))
  const ended = once(child, 'close').then(() => child.exitCode)
  const line = async (accepts: (line: string) => boolean): Promise<string> => {
    for (;;) {
      const found = lines.find(accepts)
      if (found !== undefined) return found
      const over = await Promise.race([ended.then(() => true), once(child.stdout, 'data').then(() => false)])
      if (over && !lines.some(accepts)) throw new Error(`${file} ended too early.\n${complaints.join('\n')}`)
    }
  }
  return { process: child, lines, complaints, line, ended }
}
