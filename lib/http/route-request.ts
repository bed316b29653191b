/**
 * What our handlers see of a request, whoever took it: our own server, which makes no more of it than is asked for
 * (server/request/server-request.ts), or Next, whose `Request` is one.
 */
export interface RouteRequest {
  readonly method: string
  /** Absolute, on the public origin. */
  readonly url: string
  readonly headers: { get(name: string): string | null }
  /** The body, whose size was limited before. */
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}
