import type { Stet } from '../../lib/compose'
import { composeBeside } from './compose-beside'
import { testPlace } from './database'
import { type RunningServer, startServer } from './start-server'

export type Provider = 'sqlite' | 'postgresql'

/** A publication of its own, empty at first: its server, and the use-cases over the same database. */
export interface Home {
  readonly server: RunningServer
  /** Opened when they are first asked for. */
  stet(): Promise<Stet>
  close(): Promise<void>
}

export const openHome = async (provider: Provider): Promise<Home> => {
  const place = provider === 'sqlite' ? null : await testPlace(provider)
  const server = await startServer({ env: place ? { DATABASE_URL: place.url } : {} })
  let beside: ReturnType<typeof composeBeside> | null = null
  return {
    server,
    stet: async () => {
      beside ??= composeBeside(server)
      return (await beside).stet
    },
    close: async () => {
      await (await beside)?.close()
      await server.stop()
      await place?.remove()
    },
  }
}
