/** What the server knows about the connection of a request; computed by server/, never taken from the visitor. */
export interface ClientFacts {
  /** IPv4 address, or the /64 of an IPv6 address. */
  readonly addressBlock: string
  readonly userAgent: string
  readonly requestId: string
}
