import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../../scripts/support/browser.mjs'

const folder = mkdtempSync(join(tmpdir(), 'stet-browser-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A program that says it is a Chromium, or one that lacks a library. */
const program = (name: string, works = true): string => {
  const path = join(folder, name)
  writeFileSync(path, works ? '#!/bin/sh\necho Chromium 151.0.1.2\n' : '#!/bin/sh\nexit 127\n')
  chmodSync(path, 0o755)
  return path
}

describe('the search for a browser', () => {
  beforeEach(() => {
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CHROMIUM_PATH', '')
    vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder)
    return () => vi.unstubAllEnvs()
  })

  it('takes the one that is named', async () => {
    program('chromium')
    vi.stubEnv('CHROMIUM_PATH', program('named'))
    expect(await findBrowser({ mayInstall: false })).toEqual({
      path: join(folder, 'named'),
      version: '151.0.1.2',
      how: 'named in CHROMIUM_PATH',
    })
  })

  it('looks on when the named one does not start', async () => {
    program('chromium')
    vi.stubEnv('CHROMIUM_PATH', program('named', false))
    expect(await findBrowser({ mayInstall: false })).toMatchObject({ path: join(folder, 'chromium') })
  })

  it('passes over a browser that does not start', async () => {
    program('chromium', false)
    program('google-chrome')
    expect(await findBrowser({ mayInstall: false })).toMatchObject({ how: 'the system’s google-chrome' })
  })

  it('finds nothing rather than something broken', async () => {
    for (const name of ['chromium', 'google-chrome']) program(name, false)
    expect(await findBrowser({ mayInstall: false })).toBeNull()
  })
})
