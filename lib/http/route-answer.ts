/**
 * What a handler answers, as plain data: the server writes it as it stands. A `Response` would be made of streams only
 * to be taken apart again, which costs as much as the rest of a short answer.
 */
export interface RouteAnswer {
  readonly status: number
  /** Names in small letters. Without a `cache-control` nobody keeps the answer. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

type Headers = RouteAnswer['headers']

/** 200 unless told otherwise. */
export const jsonAnswer = (
  value: unknown,
  { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Headers } = {},
): RouteAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

/** Plain text, 200. */
export const textAnswer = (text: string): RouteAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: text,
})

/** After a post: the browser goes there and asks with GET. */
export const seeOther = (location: string, headers: Headers = {}): RouteAnswer => ({
  status: 303,
  headers: { ...headers, location },
  body: '',
})

/** 204: carried out, and nothing to say. */
export const noContent = (): RouteAnswer => ({ status: 204, headers: {}, body: '' })

/** The same for Next. */
export const toResponse = ({ status, headers, body }: RouteAnswer): Response =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers,
  })
