import { openHouse } from '../../server/process/open-house'
import type { RunningServer } from './start-server'

/** The use-cases over the database of a running server, as a command beside it has them. */
export const composeBeside = async (server: Pick<RunningServer, 'dataDir' | 'databaseUrl'>) => {
  const house = await openHouse(
    { dataDir: server.dataDir, databaseUrl: server.databaseUrl, rateLimits: false },
    (error) => {
      throw error
    },
  )
  return { stet: house.stet, close: () => house.database.close() }
}
