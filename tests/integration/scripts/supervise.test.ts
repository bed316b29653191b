import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

const SUPERVISE = join(import.meta.dirname, '../../../scripts/support/supervise.mjs')
const PATIENCE = { timeout: 15_000, interval: 25 }

/** Writes its process id on a line of `lives`, then does as it is told by the line of `orders` for this life. */
const PROGRAM = `
import { appendFileSync, readFileSync } from 'node:fs'
const folder = process.argv[2]
process.on('SIGTERM', () => { appendFileSync(folder + '/signals', 'SIGTERM\\n'); process.exit(0) })
appendFileSync(folder + '/lives', process.pid + '\\n')
const life = readFileSync(folder + '/lives', 'utf8').trim().split('\\n').length
const order = readFileSync(folder + '/orders', 'utf8').split('\\n')[life - 1]
if (order === 'stay') setInterval(() => {}, 1000)
else process.exit(Number(order))
`

let folder: string
let supervisor: ChildProcess

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-supervise-'))
  writeFileSync(join(folder, 'program.mjs'), PROGRAM)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  supervisor.kill('SIGKILL')
  for (const name of ['lives', 'signals']) rmSync(join(folder, name), { force: true })
})

const lines = (name: string): readonly string[] => {
  try {
    return readFileSync(join(folder, name), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
const prepare = (orders: readonly string[]): void => {
  writeFileSync(join(folder, 'orders'), orders.join('\n'))
  const code = `
    const { supervise } = await import(${JSON.stringify(SUPERVISE)})
    process.exitCode = await supervise(${JSON.stringify(join(folder, 'program.mjs'))}, { args: [${JSON.stringify(folder)}] })`
  writeFileSync(join(folder, 'supervisor.mjs'), code)
}
const start = (...orders: string[]): void => {
  prepare(orders)
  supervisor = spawn(process.execPath, [join(folder, 'supervisor.mjs')], { stdio: 'ignore' })
}
/** As npm does it: through a shell, which stays in between. */
const startThroughShell = (env: Record<string, string>, ...orders: string[]): void => {
  prepare(orders)
  const command = `"${process.execPath}" "${join(folder, 'supervisor.mjs')}"; exit $?`
  const { npm_lifecycle_event: _, ...rest } = process.env
  supervisor = spawn('sh', ['-c', command], { stdio: 'ignore', env: { ...rest, ...env } })
}
const exitCode = () =>
  vi.waitUntil(() => supervisor.exitCode !== null, PATIENCE).then(() => supervisor.exitCode)
const lives = (count: number) => vi.waitUntil(() => lines('lives').length === count, PATIENCE)
const isGone = (pid: number): boolean => {
  try {
    // A zombie still has a process id; it has no command line.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === ''
  } catch {
    return true
  }
}

describe('the supervisor', () => {
  it('starts a crashed server again', async () => {
    start('7', 'stay')
    await lives(2)
  })

  it('starts a killed server again', async () => {
    start('stay', 'stay')
    await lives(1)
    process.kill(Number(lines('lives')[0]), 'SIGKILL')
    await lives(2)
  })

  it('tries a server again that cannot start yet', async () => {
    start('75', '75', 'stay')
    await lives(3)
  })

  it('does not insist on a server that refuses', async () => {
    start('78', 'stay')
    expect(await exitCode()).toBe(78)
    expect(lines('lives')).toHaveLength(1)
  })

  it('ends with a server that ended in good order', async () => {
    start('0', 'stay')
    expect(await exitCode()).toBe(0)
    expect(lines('lives')).toHaveLength(1)
  })

  it('passes a stop on, once, and waits for it', async () => {
    start('stay')
    await lives(1)
    supervisor.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
    expect(lines('signals')).toEqual(['SIGTERM'])
    expect(lines('lives')).toHaveLength(1)
  })

  it.runIf(process.platform === 'linux')('takes the server along when it is killed itself', async () => {
    start('stay')
    await lives(1)
    supervisor.kill('SIGKILL')
    const pid = Number(lines('lives')[0])
    await vi.waitUntil(() => isGone(pid), PATIENCE)
    expect(lines('signals')).toEqual(['SIGTERM'])
  })

  it('ends with the shell that npm started it in, and without npm outlives its shell', async () => {
    startThroughShell({ npm_lifecycle_event: 'start' }, 'stay')
    await lives(1)
    supervisor.kill('SIGTERM')
    await vi.waitUntil(() => lines('signals').includes('SIGTERM'), PATIENCE)
    for (const name of ['lives', 'signals']) rmSync(join(folder, name), { force: true })

    startThroughShell({}, 'stay', 'stay')
    await lives(1)
    supervisor.kill('SIGTERM')
    await vi.waitUntil(() => supervisor.signalCode !== null, PATIENCE)
    // Still looked after: killed, the program comes back.
    process.kill(Number(lines('lives')[0]), 'SIGKILL')
    await lives(2)
    process.kill(Number(lines('lives')[1]), 'SIGTERM')
    await vi.waitUntil(() => lines('signals').includes('SIGTERM'), PATIENCE)
  })
})
