/** A request to a server elsewhere. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST'
  /** Absolute, http or https. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type OutboundAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly text: string
    }
  /** An address that we do not call (another scheme, a private network, a name in front of @): it will not get better. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody answered, not in time, or too much: perhaps later. */
  | { readonly kind: 'failed'; readonly why: string }

/**
 * The only way out of the house for requests. It calls public addresses, and private ones that the operator has named;
 * it gives up after 5 seconds in all and at 5 MB. Redirects are followed three times, each judged like the first
 * address; a POST only where the answer asks for the same request again (307, 308). It never throws.
 */
export interface Outbound {
  send(request: OutboundRequest): Promise<OutboundAnswer>
}
