import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { withWorkshop } from '../../../scripts/support/workshop-lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'stet-lock-'))
const file = join(folder, 'lock')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the lock around installing and building', () => {
  it('lets one in at a time', async () => {
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} in`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} out`)
    }
    await Promise.all([withWorkshop(work('a'), file), withWorkshop(work('b'), file)])
    expect([seen.slice(0, 2), seen.slice(2)].toSorted()).toEqual([
      ['a in', 'a out'],
      ['b in', 'b out'],
    ])
    expect(existsSync(file)).toBe(false)
  })

  it('gives way when the work fails', async () => {
    await expect(withWorkshop(() => Promise.reject(new Error('no')), file)).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })

  it('does not wait for a holder that died', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', ''])
    writeFileSync(file, `${pid} ${hostname()} x`)
    expect(await withWorkshop(() => Promise.resolve('done'), file)).toBe('done')
  })

  it('does not wait for a holder on another machine that fell silent', async () => {
    writeFileSync(file, '1 elsewhere x')
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(file, longAgo, longAgo)
    expect(await withWorkshop(() => Promise.resolve('done'), file)).toBe('done')
  })
})
