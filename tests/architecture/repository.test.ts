import { describe, expect, it } from 'vitest'
import { readText, repositoryFiles } from './repository'

const files = repositoryFiles()

/** `file:line` of every line that matches. */
const find = (pattern: RegExp, paths = files): readonly string[] =>
  paths.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )

describe('the repository', () => {
  it('is what is looked at', () => {
    expect(files).toContain('package.json')
    expect(files.length).toBeGreaterThan(100)
  })

  it('names no folder of one machine', () => {
    const folders = ['tmp', 'work', 'root', 'farm', 'home', 'Users'].join('|')
    expect(find(new RegExp(`(^|["'\`(=\\s])/(${folders})/[a-z]`))).toEqual([])
  })

  it('names no package registry or download server', () => {
    const hosts = ['registry\\.', 'npmmirror', 'verdaccio', 'artifactory', 'jfrog'].join('|')
    expect(find(new RegExp(`https?://[^\\s"']*(${hosts})`, 'i'))).toEqual([])
  })

  it('holds no address in the lock file', () => {
    expect(find(/"resolved": *"(https?|git)/, ['package-lock.json'])).toEqual([])
  })

  it('leaves no work for later in a comment', () => {
    const words = ['TODO', 'FIXME', 'XXX', 'HACK'].join('|')
    const code = files.filter((path) => /\.(ts|tsx|mjs|cjs|prisma|css)$/.test(path))
    expect(find(new RegExp(`(//|\\*|/\\*) *(${words})\\b`), code)).toEqual([])
  })

  it('keeps client components away from reader pages', () => {
    const pages = files.filter((path) => /^(server\/pages|components\/(reader|islands))\//.test(path))
    expect(pages.length).toBeGreaterThan(5)
    expect(find(/^\s*['"]use client['"]/, pages)).toEqual([])
  })

  it('is where docs/architecture.md says it is', () => {
    const folders = 'app|components|docs|lib|prisma|scripts|server|tests'
    const named =
      readText('docs/architecture.md').match(new RegExp(`(?<=\`)(?:${folders})/[^\`]+`, 'g')) ?? []
    expect(named.length).toBeGreaterThan(80)
    // `lib/press/{stale,tags}.ts` names two, `components/reader/thread*.tsx` any of a kind.
    const gone = named.filter((name) => {
      const pattern = name
        .replaceAll(/[.()[\]]/g, '\\$&')
        .replaceAll(/\{([^}]*)\}/g, (_, ways: string) => `(${ways.replaceAll(',', '|')})`)
        .replaceAll('*', '[^/]*')
      return !files.some((path) => new RegExp(`^${pattern.replace(/\/$/, '')}(/|$)`).test(path))
    })
    expect(gone).toEqual([])
  })

  it('keeps files short enough to have one noun', () => {
    const code = files
      .filter((path) => /^(app|components|lib|server|scripts)\/.*\.(ts|tsx|mjs)$/.test(path))
      // Conversations to read are as long as they are.
      .filter((path) => !path.startsWith('server/demo/content/'))
    const long = code.filter((path) => readText(path).split('\n').length > 250)
    expect(long).toEqual([])
  })
})
