import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Still on its way into the library (lib/adapters/folder-files.ts). */
const UNFINISHED = '.part'

const entries = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return []
    throw error
  }
}

/** Copies one file unless it is there, or was taken out of the library just now. True when it was copied. */
const copyOnce = async (from: string, to: string): Promise<boolean> => {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    return true
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}

/**
 * Copies what the copy has not yet of the media library's folder; what stands under a name never changes. Returns how
 * many files were copied.
 */
export const copyMedia = async (from: string, to: string): Promise<number> => {
  let copied = 0
  for (const part of await entries(from)) {
    const files = (await entries(join(from, part))).filter((file) => !file.endsWith(UNFINISHED))
    if (files.length > 0) await mkdir(join(to, part), { recursive: true, mode: 0o700 })
    for (const file of files) if (await copyOnce(join(from, part, file), join(to, part, file))) copied += 1
  }
  return copied
}
