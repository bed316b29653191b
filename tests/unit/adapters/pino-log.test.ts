import { expect, it } from 'vitest'
import { pinoLog } from '../../../lib/adapters/pino-log'

it('writes one line of JSON per entry, controls escaped, secrets left out', () => {
  const lines: string[] = []
  const log = pinoLog({ write: (line: string) => lines.push(line) })
  log.warn(
    { path: '/a\n{"level":60}\u001b[31m', password: 'hunter2', user: { token: 't0ken' } },
    'odd\r\nrequest',
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[\x20-\x7e]+\n$/)
  expect(lines[0]).not.toMatch(/hunter2|t0ken/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 40,
    msg: 'odd\r\nrequest',
    path: '/a\n{"level":60}\u001b[31m',
  })
})
