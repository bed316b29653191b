import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { MediaFile, MediaFiles } from '../../../lib/media/media-files'

/** A library that forgets. Tests may look at `files`. */
export class MemoryMediaFiles implements MediaFiles {
  readonly files = new Map<string, Buffer>()

  async put(file: string, from: string): Promise<void> {
    this.files.set(file, await readFile(from))
  }

  async open(file: string): Promise<MediaFile | null> {
    const bytes = this.files.get(file)
    if (!bytes) return null
    return {
      size: bytes.length,
      read: async (range) => Readable.from([range ? bytes.subarray(range.from, range.to + 1) : bytes]),
      close: async () => {},
    }
  }

  async removeAll(name: string): Promise<void> {
    for (const file of this.files.keys()) if (file.startsWith(`${name}-`)) this.files.delete(file)
  }
}
