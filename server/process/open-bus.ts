import { type InstanceBus, inProcessBus } from '../../lib/adapters/in-process-bus'
import { postgresqlBus } from '../../lib/adapters/postgresql-bus'
import { openWire } from '../../lib/db/postgresql-wire'
import type { Env } from '../../lib/env'
import type { Log } from '../../lib/kernel/log'

/** One SQLite file has one server; several may share a PostgreSQL, and talk to each other through it. */
export const openBus = async ({ databaseUrl }: Pick<Env, 'databaseUrl'>, log: Log): Promise<InstanceBus> =>
  databaseUrl.startsWith('file:')
    ? inProcessBus()
    : postgresqlBus({ connect: (listeners) => openWire(databaseUrl, listeners), log })
