import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const address = (path: string): string => JSON.stringify(pathToFileURL(join(ROOT, path)).href)

/** A process that watches for what nobody catches, and then does this. */
const run = async (script: string): Promise<{ code: unknown; err: string }> => {
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', '--input-type=module', '--eval'],
      `const { endOnUncaught, endOnFatal } = await import(${address('server/process/crash.ts')})
       const { pinoLog } = await import(${address('lib/adapters/pino-log.ts')})
       endOnUncaught(pinoLog())
       setTimeout(() => process.exit(7), 300)
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
