import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  '.next',
  '.stet',
  'data',
  'data-demo',
  'test-results',
  'generated',
])

const walk = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(path)
    return entry.isFile() ? [path] : []
  })

/** Paths of everything the project consists of, relative; from git, or from the folder where there is no git. */
export const repositoryFiles = (): readonly string[] => {
  try {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\0')
      .filter((path) => path !== '')
  } catch {
    return walk('')
  }
}

/** Text of a file; '' for what is no text, is a link to a folder, or has just been removed. */
export const readText = (path: string): string => {
  try {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return text.includes('\0') ? '' : text
  } catch {
    return ''
  }
}
