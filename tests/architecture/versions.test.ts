import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readText } from './repository'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).default({}),
      }),
    ),
  })
  .parse(JSON.parse(readText('package-lock.json')))

/** Every version of a package that gets installed, wherever in the tree. */
const versionsOf = (name: string): readonly string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .flatMap(([, { version }]) => version ?? [])

const compare = (left: string, right: string): number => {
  const [a, b] = [left, right].map((version) => version.split('-')[0]?.split('.').map(Number) ?? [])
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Lowest version without a known hole or with what we rely on; first version that breaks us, where there is one. */
const FLOORS: readonly { name: string; from: string; below?: string; why: string }[] = [
  { name: 'next', from: '16.3.3', below: '17.0.0', why: 'security releases before it' },
  { name: 'react', from: '19.2.3', below: '20.0.0', why: 'server components advisories before it' },
  { name: 'react-dom', from: '19.2.3', below: '20.0.0', why: 'goes with react' },
  {
    name: 'next-auth',
    from: '4.24.15',
    below: '5.0.0',
    why: 'the protocol layer we use; 5 is another product',
  },
  { name: 'nodemailer', from: '10.0.0', why: 'advisories against 7, which next-auth asks for' },
  { name: 'sanitize-html', from: '2.17.0', why: 'the allow-list of pieces' },
  { name: 'better-sqlite3', from: '12.11.1', below: '13.0.0', why: '13 needs Node 22' },
  { name: 'typescript', from: '6.0.0', below: '7.0.0', why: '7 silently disarms the import rules' },
  { name: 'unrs-resolver', from: '1.12.2', why: 'older ones lack platform packages' },
  { name: 'zod', from: '4.0.0', below: '5.0.0', why: 'strict objects as we use them' },
]

describe('installed versions', () => {
  it.each(FLOORS)('$name ≥ $from: $why', ({ name, from, below }) => {
    const versions = versionsOf(name)
    expect(versions).not.toEqual([])
    for (const version of versions) {
      expect(compare(version, from), `${name} ${version}`).toBeGreaterThanOrEqual(0)
      if (below) expect(compare(version, below), `${name} ${version}`).toBeLessThan(0)
    }
  })

  // `npm ci` refuses a lock file that was written where a package of another platform could not be had.
  it('has every optional package in the lock file, for every platform', () => {
    const named = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => versionsOf(name).length === 0)).toEqual([])
  })

  it('has one version of everything by Prisma', () => {
    const ours = ['prisma', '@prisma/client', '@prisma/adapter-better-sqlite3', '@prisma/adapter-pg']
    expect(new Set([...ours, '@prisma/driver-adapter-utils'].flatMap(versionsOf)).size).toBe(1)
  })
})
