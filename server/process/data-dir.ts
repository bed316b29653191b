import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { Refusal } from './refusal'

/**
 * The folder for everything that is this publication's: made on the first start, for this user only. So is every file
 * this process makes from now on: the folder may be an older one that others can enter, and the database holds mail
 * addresses and password hashes.
 */
export const makeDataDir = (dataDir: string): void => {
  process.umask(0o077)
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Refusal(
      `The data folder ${dataDir} cannot be used: it must be a folder that this user may read and write. Correct its permissions or set DATA_DIR to another one.`,
      { cause },
    )
  }
}
