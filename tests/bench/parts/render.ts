import { startServer } from '../../support/start-server'
import { aComment } from '../../support/builders/a-comment'
import { aPiece } from '../../support/builders/a-piece'
import { startEmptyNext } from '../empty-next'
import { load } from '../load'
import { openBenchHouse } from '../publication'
import type { Part } from './part'

const SENTENCE =
  'The harbour keeps its own time, and the clock on the customs house keeps another; people here set their watches by the ferry. '
const COMMENTS = 20
/** Of what Next does with an empty page. */
const LEAST = 0.8

/** A page nobody has asked for before: without the press, beside an empty page of Next's own server. */
export const render: Part = async ({ root, dataDir, seconds, say }) => {
  say('Building an empty Next app…')
  const empty = await startEmptyNext(root)
  try {
    const { stet, database } = await openBenchHouse(dataDir, root)
    const text = Array.from({ length: 9 }, () => SENTENCE.repeat(5)).join('\n\n')
    const piece = await aPiece(stet, { title: 'Four minutes across', text })
    for (let n = 0; n < COMMENTS; n += 1) {
      await aComment(stet, { under: piece.slug, body: `${n}. ${SENTENCE}`, then: 'approve' })
    }
    await database.close()
    const server = await startServer({ dataDir, env: { PRESS: 'off' } })
    try {
      const ask = (url: string) => load({ url, status: 200, seconds, request: { method: 'GET' } })
      say('Rendering…')
      const [nothing, article] = [await ask(empty.url), await ask(server.url + piece.path)]
      const ratio = article.perSecond / nothing.perSecond
      return {
        text: [
          `empty dynamic page of Next          ${nothing.perSecond.toFixed(0)}/s, p99 ${nothing.p99} ms`,
          `article with 20 comments, unpressed ${article.perSecond.toFixed(0)}/s, p99 ${article.p99} ms`,
          `${ratio.toFixed(2)} of the empty page; asked is ${LEAST}${ratio < LEAST ? ': TOO SLOW' : ''}`,
        ].join('\n'),
        json: { empty: nothing, article, ratio },
      }
    } finally {
      await server.stop()
    }
  } finally {
    await empty.stop()
  }
}
