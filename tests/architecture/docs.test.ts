import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, readText, repositoryFiles } from './repository'

const files = repositoryFiles()
const pages = files.filter((path) => /^(?:[A-Z]+|docs\/.*)\.md$/.test(path))
const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-/.test(path)).toSorted()

/** Without what stands in code, where a link is an example. */
const proseOf = (path: string): string =>
  readText(path)
    .replaceAll(/^```.*?^```/gms, '')
    .replaceAll(/`[^`\n]*`/g, '')

/** Where links and pictures of a page lead inside the repository. */
const targetsOf = (path: string): readonly string[] =>
  [...proseOf(path).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^(?:https?:|mailto:|#)/.test(target))

describe('the documentation', () => {
  it('leads nowhere that is not there', () => {
    expect(pages.length).toBeGreaterThan(50)
    const dead = pages.flatMap((path) =>
      targetsOf(path)
        .filter((target) => !existsSync(join(ROOT, dirname(path), target.replace(/#.*/, ''))))
        .map((target) => `${path}: ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('numbers decisions without gaps, once each, and lists all of them', () => {
    const numbers = decisions.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))
    expect(numbers).toEqual(decisions.map((_, index) => index + 1))
    const index = targetsOf('docs/decisions/README.md').map((name) => `docs/decisions/${name}`)
    expect(index).toEqual(decisions)
    for (const [at, path] of decisions.entries())
      expect(readText(path).split('\n')[0], path).toMatch(new RegExp(`^# ${at + 1}\\. `))
  })

  it('cites no decision that was not made', () => {
    const cited = files
      .filter((path) =>
        /^(?:app|components|docs|lib|server|scripts|tests)\/.*\.(?:tsx?|mjs|md|css)$/.test(path),
      )
      .flatMap((path) =>
        [...readText(path).matchAll(/\bdecision (\d+)\b/g)].map(([, number]) => Number(number)),
      )
    expect(cited.length).toBeGreaterThan(20)
    expect(cited.filter((number) => number < 1 || number > decisions.length)).toEqual([])
  })

  it('tells of every variable that is read', () => {
    const shapes = readText('lib/env.ts') + readText('lib/env-s3.ts')
    const variables = [...shapes.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name ?? '')
    expect(variables.length).toBeGreaterThan(15)
    const told = readText('README.md') + readText('docs/operating.md')
    expect(variables.filter((name) => name !== 'NODE_ENV' && !told.includes(name))).toEqual([])
  })
})
