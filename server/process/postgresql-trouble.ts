/** Who is asked, and as whom, without the password. */
interface Asked {
  readonly server: string
  readonly user: string
  readonly database: string
}

const askedOf = (connection: string): Asked => {
  const { hostname, port, username, pathname } = new URL(connection)
  const user = decodeURIComponent(username) || 'of this account'
  return {
    server: `${hostname || 'localhost'}:${port || 5432}`,
    ...{ user, database: decodeURIComponent(pathname.slice(1)) || user },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Over soon, perhaps: it is starting, or too many are asking. */
const NOT_NOW = /^(?:ECONN|ETIMEDOUT|EHOST|ENET|57P03|53300)/

const PASSWORD =
  'Correct DATABASE_URL (postgresql://user:password@host:5432/database); special characters of the password as %40 and the like.'

const FOR_GOOD: Readonly<Record<string, (asked: Asked) => string>> = {
  '28P01': ({ server, user }) =>
    `PostgreSQL at ${server} refuses the password of the user ${user}. ${PASSWORD}`,
  '28000': ({ server, user }) =>
    `PostgreSQL at ${server} does not let the user ${user} in: there is no such user, or pg_hba.conf does not allow it from here. Correct DATABASE_URL or the server.`,
  '3D000': ({ server, database, user }) =>
    `PostgreSQL at ${server} has no database called ${database}. Make it (createdb --owner ${user} ${database}), or correct DATABASE_URL.`,
  '42501': ({ user, database }) =>
    `The user ${user} may not make tables in the database ${database}. Make it the owner: ALTER DATABASE "${database}" OWNER TO "${user}".`,
}

/** Certificates that nobody vouches for, in OpenSSL's and Node's words. */
const CERTIFICATE = /CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)/

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : '')

/**
 * What keeps a PostgreSQL from us, in words without a password, and whether it may be over in a moment; null for what is
 * no matter of the connection.
 */
export const postgresqlTrouble = (
  error: unknown,
  connection: string,
): { readonly message: string; readonly passes: boolean } | null => {
  const asked = askedOf(connection)
  const code = codeOf(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      message: `No host is found for the address of PostgreSQL, ${asked.server}. Correct DATABASE_URL, or see that names are resolved here.`,
      passes: true,
    }
  if (NOT_NOW.test(code))
    return {
      message: `PostgreSQL does not answer at ${asked.server} (${code}). See that it runs and takes connections from here, or correct DATABASE_URL.`,
      passes: true,
    }
  const message =
    FOR_GOOD[code]?.(asked) ??
    (/client password must be a string/.test(wordsOf(error)) ? FOR_GOOD['28P01']?.(asked) : undefined) ??
    (/does not support SSL/.test(wordsOf(error))
      ? `PostgreSQL at ${asked.server} speaks no TLS. Leave sslmode out of DATABASE_URL, or switch TLS on there.`
      : undefined) ??
    (CERTIFICATE.test(code)
      ? `The certificate of PostgreSQL at ${asked.server} cannot be trusted (${code}). Name the file of its authority in NODE_EXTRA_CA_CERTS, and its host in DATABASE_URL as the certificate does.`
      : undefined)
  return message === undefined ? null : { message, passes: false }
}
