import type { Exchange } from '../exchange'

/** Hands a Web response of one of our own handlers to the visitor. */
export const sendResponse = async (
  { res, method }: Pick<Exchange, 'res' | 'method'>,
  response: Response,
): Promise<void> => {
  const body = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!response.headers.has('cache-control')) res.setHeader('cache-control', 'private, no-store')
  res.writeHead(response.status, { 'content-length': String(body.length) })
  res.end(method === 'HEAD' ? undefined : body)
}
