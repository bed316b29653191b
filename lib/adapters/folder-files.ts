import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaFile, MediaFiles } from '../media/media-files'

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT'

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Of the data folder. */
export const MEDIA_FOLDER = 'media'

/** The library as files of one folder: written beside, made durable, then given their name. */
export const folderFiles = (root: string): MediaFiles => {
  const folderOf = (name: string): string => join(root, name.slice(0, 2))
  const pathOf = (file: string): string => join(folderOf(file), file)

  return {
    put: async (file, from) => {
      const [folder, path] = [folderOf(file), pathOf(file)]
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const beside = `${path}.part`
      // The received file may stand on another disk, from which nothing can be renamed.
      await copyFile(from, beside)
      await sync(beside)
      await rename(beside, path)
      await sync(folder)
    },

    open: async (file): Promise<MediaFile | null> => {
      try {
        const handle = await open(pathOf(file), 'r')
        const { size } = await handle.stat()
        return {
          size,
          read: async (range) => handle.createReadStream(range ? { start: range.from, end: range.to } : {}),
          close: () => handle.close(),
        }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    removeAll: async (name) => {
      const folder = folderOf(name)
      const files = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      const ours = files.filter((file) => file.startsWith(`${name}-`))
      await Promise.all(ours.map((file) => rm(join(folder, file), { force: true })))
    },
  }
}
