import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { bundled } from '../support/bundled'

const ROOT = join(import.meta.dirname, '../..')
const address = (path: string): string => JSON.stringify(pathToFileURL(join(ROOT, path)).href)

/** A process that watches for what nobody catches, and then does this. */
const run = async (script: string, patience = 300): Promise<{ code: unknown; err: string }> => {
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', '--input-type=module', '--eval'],
      `const { endOnUncaught, endOnFatal } = await import(${address('server/process/crash.ts')})
       const { onDamaged } = await import(${address('server/process/damage.ts')})
       const { pinoLog } = await import(${address('lib/adapters/pino-log.ts')})
       endOnUncaught(pinoLog())
       setTimeout(() => process.exit(7), ${patience})
       ${script}`,
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = await once(child, 'close')
  return { code, err }
}

it.each([
  ['a thrown error', `setImmediate(() => { throw new Error('boom') })`],
  ['a rejection', `Promise.reject(new Error('boom'))`],
  ['a failing disk', `endOnFatal(pinoLog())(new Error('boom'))`],
])('ends the process after %s, with a line that says why', async (_, script) => {
  const { code, err } = await run(script)
  expect(code).toBe(1)
  expect(JSON.parse(err.split('\n')[0] ?? '')).toMatchObject({ level: 50, error: 'boom' })
})

it('does not end because a visitor left', async () => {
  const left = `Promise.reject(Object.assign(new Error('x'), { name: 'AbortError' }))`
  expect(await run(left)).toEqual({ code: 7, err: '' })
})

describe('a damaged database', () => {
  const look = JSON.stringify({ everyMs: 50, program: bundled(join(ROOT, 'server/file-check.ts')) })
  const found = (file: string): string =>
    `setInterval(() => {}, 100)
     onDamaged(${JSON.stringify(file)}, pinoLog(), [() => console.error('rests')], ${look})(new Error('malformed'))`
  const folder = mkdtempSync(join(tmpdir(), 'stet-damage-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps the process, with words for whoever runs it', async () => {
    const file = join(folder, 'cut.db')
    writeFileSync(file, 'SQLite format 3')
    const { code, err } = await run(found(file))
    expect(code).toBe(7)
    const [line = '', ...more] = err.trim().split('\n')
    expect(JSON.parse(line)).toMatchObject({ level: 50, error: 'malformed', file })
    expect(line).toContain(`move the folder ${folder} aside`)
    expect(line).toContain('restore FOLDER')
    expect(more).toEqual(['rests'])
  })

  it('ends the process once the file can be read from end to end', async () => {
    const file = join(folder, 'whole.db')
    new BetterSqlite3(file).exec('CREATE TABLE t (a)').close()
    const { code, err } = await run(found(file), 20_000)
    expect(code).toBe(1)
    expect(err).toContain('can be read again')
  })
})
