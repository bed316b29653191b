import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { ROOT } from './repository'

/** What each rule of the house must refuse, and where. */
const PLANTED: readonly { refused: string; file: string; code: string }[] = [
  { refused: 'the environment', file: 'lib/http/planted.ts', code: 'export const port = process.env.PORT' },
  { refused: 'the environment', file: 'server/planted.ts', code: 'export const port = process.env.PORT' },
  { refused: 'the clock', file: 'lib/comments/planted.ts', code: 'export const now = () => Date.now()' },
  {
    refused: 'the clock as an object',
    file: 'lib/comments/planted.ts',
    code: 'export const now = () => new Date()',
  },
  { refused: 'chance', file: 'lib/articles/planted.ts', code: 'export const dice = () => Math.random()' },
  { refused: 'any', file: 'lib/kernel/planted.ts', code: 'export const f = (x: any): unknown => x' },
  { refused: '!', file: 'app/planted.ts', code: 'export const f = (x: string | null) => x!.length' },
  { refused: 'barrels', file: 'lib/comments/planted.ts', code: "export * from './comment'" },
  {
    refused: 'status strings',
    file: 'lib/moderation/planted.ts',
    code: "export const f = (c: { status: string }) => c.status === 'spam'",
  },
  {
    refused: 'single tests',
    file: 'tests/unit/planted.test.ts',
    code: "import { it } from 'vitest'\nit.only('x', () => 1)",
  },
  {
    refused: 'waiting for time',
    file: 'tests/e2e/planted.spec.ts',
    code: 'export const f = async (page: { waitForTimeout(ms: number): Promise<void> }) => page.waitForTimeout(5)',
  },
]

const ALLOWED = [
  { file: 'lib/env.ts', code: 'export const port = process.env.PORT' },
  {
    file: 'lib/comments/comment-status.ts',
    code: "export const f = (c: { status: string }) => c.status === 'spam'",
  },
  {
    file: 'app/desk/desk-actions.ts',
    code: "import { decideInput } from '@/lib/moderation/decide'\nexport const f = decideInput",
  },
  { file: 'lib/adapters/system-clock.ts', code: 'export const now = () => Date.now()' },
]

const eslint = new ESLint({ cwd: ROOT })
const problems = async (file: string, code: string) =>
  (await eslint.lintText(`${code}\n`, { filePath: join(ROOT, file) })).flatMap(({ messages }) => messages)

describe('rules within a file', () => {
  it.each(PLANTED)('refuses $refused in $file', async ({ file, code }) => {
    expect(await problems(file, code)).not.toEqual([])
  })

  it.each(ALLOWED)('lets $file do it', async ({ file, code }) => {
    expect(await problems(file, code)).toEqual([])
  })
})
