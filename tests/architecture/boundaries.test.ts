import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CruiseSummary, cruise, ruleNames } from './cruise'

/** One forbidden import per rule: what is planted, and who must notice. */
const PLANTED: readonly { rule: string; file: string; code: string }[] = [
  { rule: 'no-cycles', file: 'lib/kernel/a.ts', code: "import { b } from './b'\nexport const a = () => b" },
  {
    rule: 'no-unknown',
    file: 'lib/kernel/lost.ts',
    code: "import { x } from './nowhere'\nexport const y = x",
  },
  {
    rule: 'no-development-packages',
    file: 'server/dev.ts',
    code: "import { z } from 'devtool'\nexport const y = z",
  },
  { rule: 'no-tests-in-the-product', file: 'lib/http/t.ts', code: "import '../../tests/fake'" },
  {
    rule: 'builders-only-for-the-demo',
    file: 'server/t.ts',
    code: "import '../tests/support/builders/made'",
  },
  { rule: 'kernel-knows-the-left-only', file: 'lib/kernel/up.ts', code: "import '../policy/thing'" },
  { rule: 'policy-knows-the-left-only', file: 'lib/policy/up.ts', code: "import '../settings/thing'" },
  { rule: 'text-knows-the-left-only', file: 'lib/text/up.ts', code: "import '../settings/thing'" },
  { rule: 'settings-knows-the-left-only', file: 'lib/settings/up.ts', code: "import '../accounts/thing'" },
  { rule: 'accounts-knows-the-left-only', file: 'lib/accounts/up.ts', code: "import '../articles/thing'" },
  { rule: 'media-knows-the-left-only', file: 'lib/media/up.ts', code: "import '../articles/thing'" },
  { rule: 'articles-knows-the-left-only', file: 'lib/articles/up.ts', code: "import '../comments/thing'" },
  {
    rule: 'comments-knows-the-left-only',
    file: 'lib/comments/up.ts',
    code: "import type { Thing } from '../moderation/thing'\nexport type T = Thing",
  },
  { rule: 'feeds-knows-the-left-only', file: 'lib/feeds/up.ts', code: "import '../moderation/thing'" },
  {
    rule: 'moderation-knows-the-left-only',
    file: 'lib/moderation/up.ts',
    code: "import '../realtime/thing'",
  },
  {
    rule: 'notifications-knows-the-left-only',
    file: 'lib/notifications/up.ts',
    code: "import '../realtime/thing'",
  },
  { rule: 'search-knows-the-left-only', file: 'lib/search/up.ts', code: "import '../realtime/thing'" },
  { rule: 'realtime-knows-the-left-only', file: 'lib/realtime/up.ts', code: "import '../transfer/thing'" },
  { rule: 'business-is-pure', file: 'lib/comments/impure.ts', code: "import '../db/thing'" },
  { rule: 'business-takes-ports-as-types', file: 'lib/comments/ports.ts', code: "import '../ports'" },
  { rule: 'business-has-no-technology', file: 'lib/comments/tech.ts', code: "import 'next'" },
  { rule: 'adapters-take-types', file: 'lib/db/use.ts', code: "import '../comments/thing'" },
  { rule: 'adapters-stay-below', file: 'lib/adapters/high.ts', code: "import '../http/thing'" },
  { rule: 'adapters-are-configured', file: 'lib/adapters/env.ts', code: "import '../env'" },
  { rule: 'only-db-knows-databases', file: 'lib/http/sql.ts', code: "import 'better-sqlite3'" },
  {
    rule: 'generated-clients-stay-in-db',
    file: 'server/client.ts',
    code: "import '../lib/db/generated/client'",
  },
  { rule: 'only-auth-knows-next-auth', file: 'app/sign-in.ts', code: "import 'next-auth'" },
  { rule: 'lib-knows-no-pages', file: 'lib/http/page.ts', code: "import '../../app/page'" },
  { rule: 'http-goes-through-the-composition', file: 'lib/http/store.ts', code: "import '../db/thing'" },
  { rule: 'pages-go-through-http', file: 'app/store.ts', code: "import '../lib/db/thing'" },
  {
    rule: 'pages-go-through-http',
    file: 'server/pages/store.ts',
    code: "import '../../lib/db/thing'",
  },
  { rule: 'pages-take-business-types', file: 'app/rules.ts', code: "import '../lib/comments/thing'" },
  {
    rule: 'pages-take-business-types',
    file: 'server/pages/rules.ts',
    code: "import '../../lib/comments/thing'",
  },
  {
    rule: 'components-get-props',
    file: 'components/reader/can.ts',
    code: "import '../../lib/policy/policy'",
  },
  { rule: 'components-get-props', file: 'components/reader/fetch.ts', code: "import '../../lib/http/thing'" },
  { rule: 'ui-knows-no-domain', file: 'components/ui/button.ts', code: "import '../reader/thing'" },
  { rule: 'islands-are-plain', file: 'components/islands/heavy.ts', code: "import 'react'" },
  { rule: 'readers-pages-are-light', file: 'components/reader/desk.ts', code: "import '../desk/thing'" },
  { rule: 'nothing-calls-the-server', file: 'app/server.ts', code: "import '../server/thing'" },
]

const NEIGHBOURS = [
  ...[
    'policy',
    'text',
    'settings',
    'accounts',
    'articles',
    'comments',
    'moderation',
    'search',
    'realtime',
    'transfer',
    'db',
    'http',
  ].map((room) => `lib/${room}/thing.ts`),
  ...[
    'lib/ports.ts',
    'lib/policy/policy.ts',
    'lib/env.ts',
    'lib/db/generated/client.ts',
    'app/page.ts',
    'server/thing.ts',
  ],
  ...[
    'components/reader/thing.ts',
    'components/desk/thing.ts',
    'tests/fake.ts',
    'tests/support/builders/made.ts',
  ],
]

/** Allowed on purpose: none of them may be reported. */
const ALLOWED: readonly { file: string; code: string }[] = [
  { file: 'lib/moderation/left.ts', code: "import '../comments/thing'" },
  {
    file: 'lib/comments/typed-ports.ts',
    code: "import type { Thing } from '../ports'\nexport type T = Thing",
  },
  { file: 'lib/db/typed.ts', code: "import { type Thing } from '../comments/thing'\nexport type T = Thing" },
  {
    file: 'components/reader/typed.ts',
    code: "import type { Thing } from '../../lib/comments/thing'\nexport type T = Thing",
  },
  { file: 'app/desk/desk-actions.ts', code: "import '../../lib/comments/thing'" },
  { file: 'app/links.ts', code: "import '../lib/policy/policy'" },
  { file: 'components/islands/words.ts', code: "import '../reader/thing'" },
  { file: 'server/demo/built.ts', code: "import '../../tests/support/builders/made'" },
]

const plant = (folder: string, file: string, code: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${code}\n`)
}

describe('imports go one way', () => {
  let folder: string
  let found: CruiseSummary

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-canary-'))
    plant(
      folder,
      'tsconfig.json',
      '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler" } }',
    )
    plant(
      folder,
      'package.json',
      '{ "dependencies": { "next": "*", "react": "*" }, "devDependencies": { "devtool": "*" } }',
    )
    for (const name of ['next', 'react', 'next-auth', 'better-sqlite3', 'devtool']) {
      plant(folder, `node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`)
      plant(folder, `node_modules/${name}/index.js`, 'exports.z = 1')
    }
    plant(folder, 'lib/kernel/b.ts', "import { a } from './a'\nexport const b = () => a")
    for (const file of NEIGHBOURS) plant(folder, file, 'export interface Thing { readonly id: string }')
    for (const { file, code } of [...PLANTED, ...ALLOWED]) plant(folder, file, code)
    found = cruise(folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each(PLANTED)('refuses $file by $rule', ({ rule, file }) => {
    expect(
      found.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name),
    ).toContain(rule)
  })

  it.each(ALLOWED)('lets $file stand', ({ file }) => {
    expect(found.violations.filter(({ from }) => from === file)).toEqual([])
  })

  it('has a planted import for every rule', () => {
    expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(new Set(ruleNames()))
  })

  it('sees the real house and finds it in order', () => {
    const { totalCruised, violations } = cruise()
    // A TypeScript that the tool does not know makes it pass on nothing at all.
    expect(totalCruised).toBeGreaterThan(50)
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})
