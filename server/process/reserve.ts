import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const BYTES = 8 * 1024 * 1024

/** Room kept for the moment the disk is full, so that staff can still delete something. */
export interface Reserve {
  /** Gives the room up. Made again at the next start that finds space. */
  release(): void
}

const fill = (path: string): void => {
  const file = openSync(path, 'w', 0o600)
  try {
    // Real bytes: a sparse file reserves nothing.
    writeSync(file, Buffer.alloc(BYTES, 1))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Keeps a file of room aside, to be let go when the disk is full. Where there is no room even for that, it keeps none. */
export const keepReserve = (dataDir: string): Reserve => {
  const path = join(dataDir, 'reserve')
  try {
    if (!existsSync(path)) fill(path)
  } catch {
    // No room even for this: whoever needs it will be told that the disk is full.
    rmSync(path, { force: true })
  }
  return { release: () => rmSync(path, { force: true }) }
}
