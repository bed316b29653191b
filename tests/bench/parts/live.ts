import { startServer } from '../../support/start-server'
import { COLLECT_ON_SIGNAL, measureLiveReaders, printLive } from '../live-readers'
import { openBenchHouse } from '../publication'
import type { Part } from './part'

/** 5,000 open pages on one thread. */
export const live: Part = async ({ root, dataDir }) => {
  const house = await openBenchHouse(dataDir, root)
  const server = await startServer({ dataDir, env: COLLECT_ON_SIGNAL })
  try {
    const measured = await measureLiveReaders(server, house)
    return { text: printLive(measured), json: measured }
  } finally {
    await server.stop()
    await house.database.close()
  }
}
