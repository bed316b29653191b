import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Received } from '../../lib/media/add-picture'
import type { Ids } from '../../lib/kernel/ids'
import { atMost } from './at-most'

/** Bytes of one picture. */
export const MOST_BYTES = 40 * 1024 * 1024
/** Of one person, unfinished. */
const MOST_UNFINISHED = 20
/** What nobody went on with by then is swept away. */
const LIFE_MS = 24 * 60 * 60 * 1_000

interface Begun {
  readonly fileName: string
  /** Bytes it will have. */
  readonly size: number
  readonly userId: string
}

/** A file on its way, as far as it has come. */
export interface Upload extends Begun {
  readonly id: string
  /** Bytes that are there. */
  readonly offset: number
}

/** Files on their way in, each in a folder of its own; what is there survives a restart. */
export interface Uploads {
  /** Null when this person has too many unfinished ones. */
  begin(begun: Begun): Promise<Upload | null>
  find(id: string, userId: string): Promise<Upload | null>
  /** Adds bytes at its end; throws `UploadTooLarge` for more than were announced. Keeps what came when a visitor goes away. */
  append(upload: Upload, bytes: Readable): Promise<Upload>
  /** The whole file, with a folder to work in. */
  received(upload: Upload): Promise<Received>
  drop(id: string): Promise<void>
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const ID = /^[0-9a-z]{26}$/

/** Files that come in parts, each in a folder of its own below `root` until it is whole. */
export const openUploads = (root: string, ids: Pick<Ids, 'random'>): Uploads => {
  const folderOf = (id: string): string => join(root, id)
  const fileOf = (id: string): string => join(root, id, 'file')
  const drop = (id: string): Promise<void> => rm(folderOf(id), { recursive: true, force: true })

  const find = async (id: string): Promise<Upload | null> => {
    if (!ID.test(id)) return null
    try {
      const begun = JSON.parse(await readFile(join(folderOf(id), 'begun.json'), 'utf8')) as Begun
      return { ...begun, id, offset: await sizeOf(fileOf(id)) }
    } catch {
      return null
    }
  }

  const sweep = async (): Promise<readonly string[]> => {
    const all = await readdir(root).catch(() => [])
    const kept: string[] = []
    for (const id of all) {
      const age = Date.now() - (await stat(folderOf(id)).catch(() => ({ mtimeMs: 0 }))).mtimeMs
      if (age > LIFE_MS) await drop(id)
      else kept.push(id)
    }
    return kept
  }

  return {
    begin: async (begun) => {
      const others = await Promise.all((await sweep()).map(find))
      if (others.filter((other) => other?.userId === begun.userId).length >= MOST_UNFINISHED) return null
      const id = ids.random()
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
      await writeFile(join(folderOf(id), 'begun.json'), JSON.stringify(begun))
      return { ...begun, id, offset: 0 }
    },
    find: async (id, userId) => {
      const upload = await find(id)
      return upload?.userId === userId ? upload : null
    },
    append: async (upload, bytes) => {
      const { id, size, offset } = upload
      await pipeline(
        bytes,
        atMost(size - offset),
        createWriteStream(fileOf(id), { flags: 'a', mode: 0o600, flush: true }),
      )
      return { ...upload, offset: await sizeOf(fileOf(id)) }
    },
    received: async ({ id, fileName }) => ({
      ...{ path: fileOf(id), folder: folderOf(id), fileName },
      digest: await digestOf(fileOf(id)),
    }),
    drop,
  }
}
