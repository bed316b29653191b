import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'
import { speakHttp } from '../../support/speak-http'

export let site: ServedPipeline
/** A piece of each test’s own, with a comment. */
export let piece: Piece

/** Whether the press had it: hit, miss, old. */
export const howOf = (response: Response): string =>
  /desc=(\w+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? ''

/** The same, for an address that is there. */
export const how = async (path: string, headers?: Record<string, string>): Promise<string> => {
  const response = await site.get(path, headers)
  expect(response.status).toBe(200)
  await response.arrayBuffer()
  return howOf(response)
}

/** The answer as bytes: nothing decompressed, nothing left out. */
export const raw = async (path: string, ...lines: readonly string[]) => {
  const [method = 'GET', ...headers] = lines[0]?.includes(':') ? ['GET', ...lines] : lines
  const heard = await speakHttp(
    site.port,
    [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'),
  )
  const end = heard.indexOf('\r\n\r\n')
  const [status = '', ...given] = heard.slice(0, end).split('\r\n')
  const named = given.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ])
  return {
    status: Number(status.split(' ')[1]),
    headers: Object.fromEntries(named) as Record<string, string>,
    body: Buffer.from(heard.slice(end + 4), 'latin1'),
  }
}

/** One site with a press for the tests of a file. */
export const serveFromPress = (): void => {
  beforeAll(async () => {
    site = await servePipeline({ env: { pressBytes: 8 * 1024 * 1024 } })
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    piece = await aPiece(site.stet)
    await aComment(site.stet, { under: piece.slug, then: 'approve' })
    site.rendered.length = 0
    site.reports.length = 0
  })
}
