import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { finishPage } from '../../../lib/press/finished-page'
import { aPiece } from '../../support/builders/a-piece'
import { type ServedPipeline, renderedPage, servePipeline } from '../../support/serve-pipeline'

/** Headers by which Next’s own parts talk to one another: name and value. */
export const HOSTILE = readFileSync(
  new URL('../../testdata/hostile/nextjs-internal-headers.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .flatMap((line) => {
    const match = /^([^:]+): (.*)$/.exec(line)
    return match?.[1] && match[2] !== undefined ? [[match[1], match[2]] as const] : []
  })

export let site: ServedPipeline
/** A public piece. */
export let path = ''

/** One site with files of the build for the tests of a file; each begins with nothing asked of anybody. */
export const serveAnswers = (): void => {
  beforeAll(async () => {
    const icon = { page: finishPage(200, 'image/svg+xml', Buffer.from('<svg/>')), immutable: false }
    const script = {
      page: finishPage(200, 'text/javascript', Buffer.from('let a\n'.repeat(200))),
      immutable: true,
    }
    const face = { page: finishPage(200, 'font/woff2', Buffer.from('wOF2')), immutable: true }
    const files = new Map([
      ['/_next/static/media/face.1.woff2', face],
      ['/icon.svg', icon],
      ['/islands/reader-1.js', script],
    ])
    site = await servePipeline({ staticFiles: { find: (address) => files.get(address) ?? null } })
    path = (await aPiece(site.stet)).path
  })
  afterAll(() => site.close())
  beforeEach(() => {
    site.questions.length = 0
    site.rendered.length = 0
    site.renderWith(null)
    site.reports.length = 0
    site.sayNext((question) => ({ body: renderedPage(question.path) }))
  })
}
