import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { aComment } from '../../support/builders/a-comment'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { type LivePage, openLivePage } from '../../support/live-page'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

export let site: ServedPipeline
/** A piece of each test’s own. */
export let piece: Piece
/** Whoever is still here when a test ends is sent away. */
export const pages: LivePage[] = []

/** A stream that has been greeted. */
export const open = async (query = '', headers: Readonly<Record<string, string>> = {}): Promise<LivePage> => {
  const page = await openLivePage(`${site.origin}${piece.path}/live${query}`, headers)
  pages.push(page)
  if (page.status === 200) await page.next(({ event }) => event === 'hello')
  return page
}

/** A comment that readers have been told of; its id. */
export const approved = async (): Promise<string> => {
  const { commentId } = await aComment(site.stet, { under: piece.slug, then: 'approve' })
  await site.drain()
  return commentId
}

/** The name by which the server knows a stream. */
export const streamOf = (page: LivePage): string => String(page.events()[0]?.data.stream)

/** One site for the tests of a file. */
export const serveLive = (): void => {
  beforeAll(async () => {
    site = await servePipeline()
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    piece = await aPiece(site.stet)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      page.leave()
      await page.ended
    }
  })
}
