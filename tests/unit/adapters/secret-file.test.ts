import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SECRET_FILE, secretFile } from '../../../lib/adapters/secret-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-secret-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('the secret file', () => {
  it('is made once, for this user only, and kept', () => {
    const dataDir = join(folder, 'data')
    const key = secretFile(dataDir)
    expect(key).toHaveLength(32)
    expect(secretFile(dataDir)).toEqual(key)
    expect(modeOf(join(dataDir, SECRET_FILE))).toBe('600')
    expect(modeOf(dataDir)).toBe('700')
    expect(readdirSync(dataDir)).toEqual([SECRET_FILE])
  })

  it('closes a file that a copy left open to everybody', () => {
    secretFile(folder)
    chmodSync(join(folder, SECRET_FILE), 0o644)
    secretFile(folder)
    expect(modeOf(join(folder, SECRET_FILE))).toBe('600')
  })

  it('refuses a damaged file and says what to do, instead of making a new secret', () => {
    writeFileSync(join(folder, SECRET_FILE), 'abc\n')
    expect(() => secretFile(folder)).toThrow(/damaged.*backup/)
  })
})
