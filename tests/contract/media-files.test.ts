import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderFiles } from '../../lib/adapters/folder-files'
import { s3Files, s3Trouble } from '../../lib/adapters/s3/s3-files'
import { Unavailable } from '../../lib/kernel/unavailable'
import type { MediaFiles } from '../../lib/media/media-files'
import { variantFile } from '../../lib/media/media-address'
import { MemoryMediaFiles } from '../support/memory/memory-media-files'
import { type S3Store, s3Store } from '../support/s3-store'

const NAME = 'a'.repeat(26)
const FILE = variantFile(NAME, 320, 'jpg')

let folder = ''
let store: S3Store
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-files-'))
  store = await s3Store()
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const received = async (bytes: Buffer | string): Promise<string> => {
  const path = join(folder, 'received')
  await writeFile(path, bytes)
  return path
}
const contentOf = async (
  files: MediaFiles,
  file: string,
  range: { from: number; to: number } | null = null,
): Promise<string | null> => {
  const found = await files.open(file)
  return found && (await buffer(await found.read(range))).toString()
}

const BACKENDS: readonly (readonly [string, () => MediaFiles])[] = [
  ['memory', () => new MemoryMediaFiles()],
  ['a folder', () => folderFiles(join(folder, 'library'))],
  ['a store that speaks S3', () => s3Files(store.settings)],
]

describe.each(BACKENDS)('MediaFiles on %s', (_, make) => {
  let files: MediaFiles
  beforeAll(() => {
    files = make()
  })

  it('keeps a file whole, gives it in parts, and takes it again', async () => {
    expect(await files.open(FILE)).toBeNull()
    for (let times = 0; times < 2; times += 1) await files.put(FILE, await received('0123456789'))
    const found = await files.open(FILE)
    expect(found?.size).toBe(10)
    await found?.close()
    expect(await contentOf(files, FILE)).toBe('0123456789')
    expect(await contentOf(files, FILE, { from: 2, to: 4 })).toBe('234')
    expect(await contentOf(files, FILE, { from: 9, to: 9 })).toBe('9')
  })

  it('keeps a megabyte byte for byte', async () => {
    const bytes = Buffer.alloc(1024 * 1024, 'Ā€\u0000ÿ')
    await files.put(variantFile(NAME, 2560, 'avif'), await received(bytes))
    const found = await files.open(variantFile(NAME, 2560, 'avif'))
    if (!found) throw new Error('It is not there.')
    expect((await buffer(await found.read(null))).equals(bytes)).toBe(true)
  })

  it('removes every file of a picture, and none of another’s', async () => {
    const other = variantFile('b'.repeat(26), 320, 'jpg')
    await files.put(other, await received('other'))
    for (const width of [640, 960, 1280, 1920]) {
      await files.put(variantFile(NAME, width, 'webp'), await received('x'))
    }
    await files.removeAll(NAME)
    for (const file of [FILE, variantFile(NAME, 640, 'webp'), variantFile(NAME, 1920, 'webp')])
      expect(await files.open(file)).toBeNull()
    expect(await contentOf(files, other)).toBe('other')
    await files.removeAll(NAME)
  })
})

describe('a store that speaks S3', () => {
  it('is asked again where it could not, and given up on where it cannot', async () => {
    const files = s3Files(store.settings)
    store.stumble(2)
    await files.put(FILE, await received('once more'))
    expect(await contentOf(files, FILE)).toBe('once more')
    store.stumble(9)
    await expect(files.open(FILE)).rejects.toThrow(Unavailable)
    store.stumble(0)
  })

  it.each([
    ['keys that are nobody’s', { accessKeyId: 'SOMEBODY' }, /refuses the keys.*InvalidAccessKeyId/],
    ['a wrong secret', { secretAccessKey: 'guessed' }, /refuses the keys.*SignatureDoesNotMatch/],
    ['another region', { region: 'us-east-1' }, /elsewhere than in region us-east-1/],
    ['no such bucket', { bucket: 'not-ours' }, /no bucket not-ours/],
    ['nobody there', { endpoint: 'http://127.0.0.1:9' }, /does not answer/],
  ])('%s: said in words, without the secret, and nothing is taken for missing', async (_, wrong, words) => {
    const settings = { ...store.settings, ...wrong }
    expect(await s3Trouble(settings)).toMatch(words)
    expect(await s3Trouble(settings)).not.toContain(settings.secretAccessKey)
    await expect(s3Files(settings).open(FILE)).rejects.toThrow(Unavailable)
    await expect(s3Files(settings).put(FILE, await received('x'))).rejects.toThrow(words)
  })

  it('is well when it answers, and names the bucket in the host where that is asked', async () => {
    expect(await s3Trouble(store.settings)).toBeNull()
    const { port } = new URL(store.settings.endpoint)
    const settings = { ...store.settings, endpoint: `http://localhost:${port}`, pathStyle: false }
    store.asked.length = 0
    // The store here knows path style alone: that it was asked for the path without a bucket is what counts.
    expect(await s3Trouble(settings)).not.toBeNull()
    expect(store.asked.every((line) => line.startsWith('GET /?list-type=2'))).toBe(true)
  })
})

describe('a folder', () => {
  it('holds nothing that is half written', async () => {
    const at = join(folder, 'halves')
    const files = folderFiles(at)
    await files.put(FILE, await received('whole'))
    await expect(files.put(variantFile(NAME, 640, 'jpg'), join(folder, 'nowhere'))).rejects.toThrow()
    expect(await readdir(join(at, 'aa'))).toEqual([FILE])
  })
})
