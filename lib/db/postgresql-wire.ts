import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { parseDatabaseUrl } from './database-url'

/** A message as PostgreSQL carries it (bytes); NOTIFY refuses 8,000 and more. */
export const WIRE_MAX = 7_900

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000
/** A connection that died without a word is found out this often, and by a question that takes this long. */
const HEARTBEAT_MS = 10_000
const PATIENCE_MS = 5_000

/** Whom the wire tells what it hears. */
export interface WireListeners {
  readonly onMessage: (payload: string) => void
  /** The connection is back: whatever was said in between was missed. */
  readonly onGap: () => void
  /** The connection broke. Called once for each time. */
  readonly onTrouble: (error: unknown) => void
}

/** Everybody on the same database and schema hears what one says, the speaker included. */
export interface Wire {
  /** Rejects when nobody has heard it. At most `WIRE_MAX` bytes. */
  send(payload: string): Promise<void>
  close(): Promise<void>
}

/** Names of channels are per database, and shorter than 64 bytes. */
const channelOf = (schema: string): string =>
  `stet_${createHash('sha256').update(schema).digest('hex').slice(0, 24)}`

/**
 * LISTEN and NOTIFY over one connection of its own, which is made anew when it breaks. Rejects when there is none to
 * begin with. What is sent has been heard here as well, or the connection broke.
 */
export const openWire = async (url: string, listeners: WireListeners): Promise<Wire> => {
  const address = parseDatabaseUrl(url)
  if (address.provider !== 'postgresql')
    throw new Error('Only PostgreSQL carries messages between instances.')
  const channel = channelOf(address.schema)
  const ending = new AbortController()
  let current: pg.Client | null = null

  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: address.connection,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      application_name: 'stet bus',
    })
    client.on('notification', ({ payload }) => listeners.onMessage(payload ?? ''))
    client.on('error', (error) => lose(client, error))
    client.on('end', () => lose(client, new Error('The connection ended.')))
    try {
      await client.connect()
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      drop(client)
      throw error
    }
    if (ending.signal.aborted) return drop(client)
    current = client
  }

  const drop = (client: pg.Client): void => {
    client.end().catch(() => {})
  }

  const lose = (client: pg.Client, error: unknown): void => {
    if (client !== current || ending.signal.aborted) return
    current = null
    listeners.onTrouble(error)
    drop(client)
    void reconnect()
  }

  const reconnect = async (): Promise<void> => {
    for (let wait = FIRST_WAIT_MS; !ending.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await connect()
        if (current) listeners.onGap()
        return
      } catch {
        await pause(wait, undefined, { signal: ending.signal, ref: false }).catch(() => {})
      }
    }
  }

  const ask = async (text: string, values: readonly string[]): Promise<void> => {
    const client = current
    if (!client) throw new Error('The connection between the instances is broken.')
    try {
      await client.query(text, [...values])
    } catch (error) {
      // Not answered in time: the connection may be dead without knowing it.
      if (error instanceof Error && !('code' in error)) lose(client, error)
      throw error
    }
  }

  await connect()
  const heartbeat = setInterval(() => {
    if (current) ask('SELECT 1', []).catch(() => {})
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return {
    send: (payload) => ask('SELECT pg_notify($1, $2)', [channel, payload]),
    close: async () => {
      ending.abort()
      clearInterval(heartbeat)
      const client = current
      current = null
      await client?.end()
    },
  }
}
