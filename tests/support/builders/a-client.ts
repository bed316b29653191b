import type { ClientFacts } from '../../../lib/kernel/client-facts'

/** A connection from TEST-NET-2 (RFC 5737); another number is another household. */
export const aClient = (household = 1): ClientFacts => ({
  addressBlock: `198.51.100.${household}`,
  userAgent: 'A browser',
  requestId: `request-${household}`,
})
