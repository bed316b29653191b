import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** A file of public/ or of the build. */
export interface StaticFile {
  readonly page: FinishedPage
  /** Its name changes with its content. */
  readonly immutable: boolean
}

/** Files by the exact path of their address. */
export interface StaticFiles {
  find(path: string): StaticFile | null
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

/** Address → file, for everything below a folder. */
const listed = (folder: string, prefix: string): [string, string][] =>
  filesIn(folder).map((file) => {
    const steps = file.slice(folder.length + 1).split(/[\\/]/)
    return [`${prefix}/${steps.map(encodeURIComponent).join('/')}`, file]
  })

const open = (path: string, file: string): StaticFile => ({
  page: finishPage(200, TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', readFileSync(file)),
  immutable: path.startsWith('/_next/static/') || path.startsWith('/islands/'),
})

/**
 * The files of the build and of public/, by their exact address as listed at the start: no path of a visitor ever
 * reaches the file system. Read when first asked for, then kept with their compressed forms.
 */
export const staticFiles = (root: string): StaticFiles => {
  const known = new Map([
    ...listed(join(root, 'public'), ''),
    ...listed(join(root, '.next', 'static'), '/_next/static'),
  ])
  const read = new Map<string, StaticFile>()
  return {
    find: (path) => {
      const file = known.get(path)
      if (!file) return null
      const kept = read.get(path) ?? open(path, file)
      read.set(path, kept)
      return kept
    },
  }
}

/** While developing Next serves its own files, and those of public/ change at any time. */
export const changingFiles = (root: string): StaticFiles => ({
  find: (path) => {
    const file = new Map(listed(join(root, 'public'), '')).get(path)
    return file ? { ...open(path, file), immutable: false } : null
  },
})
