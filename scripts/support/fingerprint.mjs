import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ROOT, at } from './project.mjs'

const filesBelow = (path, skip) => {
  if (skip.has(relative(ROOT, path).split(sep).join('/'))) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .flatMap((entry) => filesBelow(join(path, entry.name), skip))
}

/**
 * SHA-256 over names and bytes of the given files and folders (missing ones count as empty) and over plain facts.
 *
 * @param {readonly string[]} paths relative to the project
 * @param {{ skip?: readonly string[], facts?: readonly string[] }} [options]
 * @returns {string} hexadecimal
 */
export const fingerprint = (paths, { skip = [], facts = [] } = {}) => {
  const skipped = new Set(skip)
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`fact ${fact}\0`)
  const files = paths
    .map((path) => at(path))
    .filter((path) => existsSync(path))
    .flatMap((path) => filesBelow(path, skipped))
    .sort()
  for (const file of files) {
    const bytes = readFileSync(file)
    hash.update(`${relative(ROOT, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Native modules and the build's output depend on it. */
export const nodeMajor = `node ${process.versions.node.split('.')[0]}`
