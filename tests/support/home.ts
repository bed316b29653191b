import { testPlace } from './database'
import { type RunningServer, startServer } from './start-server'

export type Provider = 'sqlite' | 'postgresql'

/** A publication of its own, empty at first. */
export interface Home {
  readonly server: RunningServer
  close(): Promise<void>
}

/** Starts a server over a database of this kind. */
export const openHome = async (provider: Provider): Promise<Home> => {
  const place = provider === 'sqlite' ? null : await testPlace(provider)
  const server = await startServer({ env: place ? { DATABASE_URL: place.url } : {} })
  return {
    server,
    close: async () => {
      await server.stop()
      await place?.remove()
    },
  }
}
