import { migrate } from '../../lib/db/migrate'
import { type Env, readEnv } from '../../lib/env'
import { makeDataDir } from '../process/data-dir'
import { type House, openHouse } from '../process/open-house'

/**
 * Runs `work` over the publication's own database, brought up to date first (the server may never have run), and
 * closes it. A failing disk ends the command by an uncaught error.
 */
export const withHouse = async <T>(
  root: string,
  work: (house: House, env: Env) => Promise<T>,
): Promise<T> => {
  const env = readEnv()
  makeDataDir(env.dataDir)
  await migrate({ url: env.databaseUrl, root })
  const house = await openHouse({ ...env, rateLimits: false }, (error) => {
    throw error
  })
  try {
    return await work(house, env)
  } finally {
    await house.database.close()
  }
}
