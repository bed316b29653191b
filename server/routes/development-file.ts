import { pipeline } from 'node:stream/promises'
import type { Exchange } from '../exchange'
import type { Target } from '../request/parse-target'
import { readLimited } from '../request/read-limited'
import type { Services } from '../services'

const LARGEST = 2 * 1024 * 1024

/** Scripts, styles and the error overlay of `npm run dev`; in production there are files instead (static-files.ts). */
export const isDevelopmentFile = ({ path }: Target): boolean =>
  path.startsWith('/_next/') || path.startsWith('/__nextjs')

/** Handed to Next as it came: while developing it checks the origin of these itself. */
export const developmentFile = async (
  { askNext }: Services,
  { req, res, method, target }: Exchange,
): Promise<void> => {
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readLimited(req, LARGEST)
  const headers = Object.fromEntries(
    Object.entries(req.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const answer = await askNext({
    method,
    path: target.path + target.search,
    headers,
    body: body ?? undefined,
  })
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined) res.setHeader(name, value)
  res.statusCode = answer.status
  await pipeline(answer.body, res)
}
