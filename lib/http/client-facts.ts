import type { ClientFacts } from '../kernel/client-facts'

/** Address block of the visitor, and the id their request has in the log. */
export const ADDRESS_HEADER = 'x-stet-address'
export const REQUEST_ID_HEADER = 'x-stet-request-id'
/** Path and query as the visitor asked for them. */
export const PATH_HEADER = 'x-stet-path'

/** What server/ found out about the connection and wrote into its own headers. */
export const clientFacts = (headers: Pick<Headers, 'get'>): ClientFacts => ({
  addressBlock: headers.get(ADDRESS_HEADER) ?? '',
  userAgent: (headers.get('user-agent') ?? '').slice(0, 300),
  requestId: headers.get(REQUEST_ID_HEADER) ?? '',
})
